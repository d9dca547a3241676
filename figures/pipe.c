#include "figures/pipe.h"

#include "figures/number_words.h"

#define BIT(type) (1u << (type))
#define NUMERIC (BIT(FIGURE_NUMBER) | BIT(FIGURE_MONEY) | BIT(FIGURE_PERCENT))
#define AMOUNT (BIT(FIGURE_MONEY) | BIT(FIGURE_NUMBER))
#define ANY (~0u)

/* What stands in brackets behind a pipe. */
enum arguments {
    NO_ARGUMENTS,
    DECIMALS, /* how many, or nothing */
    WHOLE,    /* a whole number of up to three digits */
    PATTERN,  /* of a date, or nothing */
    TEXTS_OF_PLURALS,
    THREE_TEXTS,
};

/* What each pipe is called and prints, and which figures it can print. A blank
   cell prints as it stands, whatever the pipe. */
static const struct {
    const char *name;
    const char *sentence;
    unsigned types;
    enum arguments arguments;
    bool changes; /* the figure, not how it is printed */
} pipes[PIPE_MAX] = {
    [PIPE_PLAIN] = {"", "as its column is printed", ANY, NO_ARGUMENTS, false},
    [PIPE_POUNDS] = {"pounds",
                     "an amount without pence, rounded; below 50p "
                     "with them",
                     AMOUNT, NO_ARGUMENTS, false},
    [PIPE_PENCE] = {"pence", "an amount with its pence", AMOUNT, NO_ARGUMENTS,
                    false},
    [PIPE_THOUSANDS] =
        {"thousands",
         "an amount in thousands: £75k; rounded to one decimal "
         "at most, or to as many as it says. Without these, what "
         "would round to nothing is printed in pounds",
         AMOUNT, DECIMALS, false},
    [PIPE_MILLIONS] = {"millions", "the same in millions: £1.5m", AMOUNT,
                       DECIMALS, false},
    [PIPE_PERCENT] = {"percent",
                      "a percentage, as it is or with as many decimals as it "
                      "says",
                      BIT(FIGURE_PERCENT) | BIT(FIGURE_NUMBER), DECIMALS,
                      false},
    [PIPE_NUMBER] = {"number", "the figure without a sign or unit", NUMERIC,
                     NO_ARGUMENTS, false},
    [PIPE_WORDS] = {"words", "a whole number up to twenty in words",
                    BIT(FIGURE_NUMBER), NO_ARGUMENTS, false},
    [PIPE_DATE] = {"date", "a day, by its pattern", BIT(FIGURE_DATE), PATTERN,
                   false},
    [PIPE_MONTH] = {"month", "its month and year", BIT(FIGURE_DATE),
                    NO_ARGUMENTS, false},
    [PIPE_YEAR] = {"year", "its year, or a financial year",
                   BIT(FIGURE_DATE) | BIT(FIGURE_YEAR), NO_ARGUMENTS, false},
    [PIPE_QUARTER] = {"quarter", "the quarter of a financial year it lies in",
                      BIT(FIGURE_DATE), NO_ARGUMENTS, false},
    [PIPE_FINANCIAL_YEAR] = {"financial-year", "the financial year it lies in",
                             BIT(FIGURE_DATE), NO_ARGUMENTS, false},
    [PIPE_UNSIGNED] = {"unsigned", "a figure without its minus", NUMERIC,
                       NO_ARGUMENTS, true},
    [PIPE_BY_SIGN] = {"by-sign",
                      "the first of three texts for a figure above zero, the "
                      "second below it, the third for zero, or for what the "
                      "pipe before it rounds to zero",
                      NUMERIC, THREE_TEXTS, true},
    [PIPE_PLURAL] = {"plural",
                     "the first of two texts for one, the second for any "
                     "other number; or a text for each plural of the language",
                     BIT(FIGURE_NUMBER), TEXTS_OF_PLURALS, true},
    [PIPE_LOWER] = {"lower", "without capitals", ANY, NO_ARGUMENTS, true},
    [PIPE_UPPER] = {"upper", "in capitals", ANY, NO_ARGUMENTS, true},
    [PIPE_CAPITAL] = {"capital", "with a capital at its beginning", ANY,
                      NO_ARGUMENTS, true},
    [PIPE_FIRST_WORD] = {"first-word", "the first word of a text",
                         BIT(FIGURE_TEXT), NO_ARGUMENTS, true},
    [PIPE_LOWEST] = {"lowest",
                     "the lowest of the whole numbers that a text names; blank "
                     "where there are none",
                     BIT(FIGURE_TEXT) | BIT(FIGURE_NUMBER), NO_ARGUMENTS, true},
    [PIPE_HIGHEST] = {"highest", "the highest of them",
                      BIT(FIGURE_TEXT) | BIT(FIGURE_NUMBER), NO_ARGUMENTS,
                      true},
    [PIPE_NAMES] = {"names",
                    "the number in brackets where a text names it, alone or "
                    "between two, as in 3 and 5, paragraphs 3 to 5; else "
                    "blank; blank for a text with a number of something else",
                    BIT(FIGURE_TEXT) | BIT(FIGURE_NUMBER), WHOLE, true},
    [PIPE_NUMBERS] = {"numbers",
                      "such a text from its first number to its last: 3 and 5",
                      BIT(FIGURE_TEXT) | BIT(FIGURE_NUMBER), NO_ARGUMENTS,
                      true},
    [PIPE_IF_ANY] = {"if-any",
                     "a text; blank where it says that there is nothing: No, "
                     "None, N/A, a dash",
                     ANY, NO_ARGUMENTS, true},
};

static const char *const wants[] = {
    [NO_ARGUMENTS] = "nothing in brackets",
    [DECIMALS] = "the number of decimals in brackets, 0 to 4",
    [WHOLE] = "a whole number in brackets, 1 to 999",
    [PATTERN] = "nothing or a pattern in brackets, as '{day} {month} {year}'",
    [TEXTS_OF_PLURALS] = "two texts in brackets, or up to six",
    [THREE_TEXTS] = "three texts in brackets",
};

#define DECIMALS_MAX 4

const char *pipe_name(enum pipe pipe)
{
    return pipes[pipe].name;
}

const char *pipe_sentence(enum pipe pipe)
{
    return pipes[pipe].sentence;
}

enum pipe pipe_of(struct str name)
{
    for (int i = PIPE_PLAIN + 1; i < PIPE_MAX; i++) {
        if (str_is(name, pipes[i].name))
            return (enum pipe)i;
    }
    return PIPE_MAX;
}

bool pipe_prints(enum pipe pipe)
{
    return !pipes[pipe].changes;
}

bool pipe_fits(enum pipe pipe, enum figure_type type)
{
    return type == FIGURE_BLANK || type == FIGURE_NONE ||
           (pipes[pipe].types & BIT(type)) != 0;
}

/* The number of decimals that USE says; DECIMALS_MAX + 1 when it is none. */
static unsigned decimals_of(const struct pipe_use *use)
{
    const struct str s = use->arguments[0];

    if (s.len != 1 || s.ptr[0] < '0' || s.ptr[0] > '0' + DECIMALS_MAX)
        return DECIMALS_MAX + 1;
    return (unsigned)(s.ptr[0] - '0');
}

/* The whole number that TEXT is; 0 where it is none of up to three digits. */
static unsigned whole_argument(struct str text)
{
    unsigned n = 0;

    if (text.len > 3)
        return 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return 0;
        n = 10 * n + (unsigned)(text.ptr[i] - '0');
    }
    return n;
}

/* Whether each placeholder of a pattern is one of a date, and there is one. */
static bool is_pattern(struct str pattern)
{
    bool found = false;

    while (str_find_char(pattern, '{') < pattern.len) {
        (void)str_cut(&pattern, '{');
        if (str_find_char(pattern, '}') == pattern.len ||
            !wording_is_date_placeholder(str_cut(&pattern, '}')))
            return false;
        found = true;
    }
    return found;
}

const char *pipe_wants(const struct pipe_use *use)
{
    const enum arguments a = pipes[use->pipe].arguments;
    bool right = use->narguments == 0;

    if (a == TEXTS_OF_PLURALS)
        right = use->narguments >= 2;
    else if (a == THREE_TEXTS)
        right = use->narguments == 3;
    else if (a == DECIMALS && use->narguments == 1)
        right = decimals_of(use) <= DECIMALS_MAX;
    else if (a == WHOLE)
        right = use->narguments == 1 && whole_argument(use->arguments[0]) > 0;
    else if (a == PATTERN && use->narguments == 1)
        right = is_pattern(use->arguments[0]);
    return right ? NULL : wants[a];
}

static struct decimal number_of(const struct figure *f)
{
    struct decimal d = {0, 0};

    (void)cell_decimal(f->form.type, &f->cell, &d);
    return d;
}

/* TEXT in place of F, with the place and the audience of F. */
static struct figure said(struct figure f, struct str text)
{
    struct figure g = figure_of_text(text);

    g.audience = f.audience;
    g.at = f.at;
    return g;
}

static struct figure without_sign(struct figure f)
{
    if (f.form.type == TYPE_MONEY && f.cell.value.pence < 0 &&
        f.cell.value.pence > INT64_MIN)
        f.cell.value.pence = -f.cell.value.pence;
    else if (f.form.type != TYPE_MONEY && f.cell.value.coefficient < 0 &&
             f.cell.value.coefficient > INT64_MIN)
        f.cell.value.coefficient = -f.cell.value.coefficient;
    f.form.signs = false;
    return f;
}

/* Whether F is printed as nothing by the pipe that stands before: £0.0m, 0.0%.
   Where that says no decimals, nothing but nothing is. */
static bool is_rounded_to_zero(const struct figure *f)
{
    const int unit = f->form.pipe == PIPE_THOUSANDS  ? 3
                     : f->form.pipe == PIPE_MILLIONS ? 6
                                                     : 0;
    const struct decimal d = number_of(f);
    int64_t limit = 1; /* what half of it comes to is printed as 1 */
    int digits;

    if (f->form.places == 0 || (unit == 0 && f->form.pipe != PIPE_PERCENT))
        return false;
    digits = d.scale + unit - (f->form.places - 1);
    while (digits > 0 && limit <= INT64_MAX / 20) {
        limit *= 10;
        digits--;
    }
    return d.coefficient > -INT64_MAX / 2 && d.coefficient < INT64_MAX / 2 &&
           d.coefficient * 2 < limit && d.coefficient * 2 > -limit;
}

static struct figure by_sign(const struct pipe_use *use, struct figure f)
{
    const int64_t n = is_rounded_to_zero(&f) ? 0 : number_of(&f).coefficient;

    return said(f, use->arguments[n > 0 ? 0 : n < 0 ? 1 : 2]);
}

bool pipe_has_texts(const struct pipe_use *use, const struct wording *w)
{
    return use->pipe != PIPE_PLURAL || use->narguments == 2 ||
           use->narguments == wording_plurals(w);
}

/* The first of two texts for 1, and for what a language says like 1; else the
   second. */
static struct figure plural(const struct pipe_use *use, const struct wording *w,
                            struct figure f)
{
    const unsigned which = wording_plural(w, number_of(&f));

    if (use->narguments == wording_plurals(w))
        return said(f, use->arguments[which]);
    return said(
        f,
        use->arguments[which == wording_plural(w, (struct decimal){1, 0}) ? 0
                                                                          : 1]);
}

static struct figure first_word(struct figure f)
{
    struct str text = cell_as_typed(&f.cell);

    return said(f, number_words_next(&text));
}

/* `12A` is no number, and `2.5` no whole one. */
static struct figure outermost(enum pipe pipe, const struct wording *w,
                               struct figure f)
{
    struct str left = cell_as_typed(&f.cell);
    struct figure found = {.type = FIGURE_BLANK, .cell.state = CELL_BLANK};

    if (f.type == FIGURE_NUMBER)
        return f;
    while (left.len > 0) {
        const struct str word = number_words_next(&left);
        struct figure number;

        if (word.len == 0 || !figure_read(w, FIGURE_NUMBER, word, &number) ||
            number_of(&number).scale > 0)
            continue;
        if (found.type == FIGURE_BLANK ||
            figure_compare(w, number, found) ==
                (pipe == PIPE_LOWEST ? RELATION_LESS : RELATION_GREATER))
            found = number;
    }
    found.audience = f.audience;
    found.at = f.at;
    return found;
}

/* The number that USE asks for, where F names it. */
static struct figure named(const struct pipe_use *use, const struct wording *w,
                           struct figure f)
{
    const struct str asked = use->arguments[0];
    struct figure found = {.type = FIGURE_BLANK, .cell.state = CELL_BLANK};

    if (number_words(w, cell_as_typed(&f.cell), whole_argument(asked)).found)
        (void)figure_read(w, FIGURE_NUMBER, asked, &found);
    found.audience = f.audience;
    found.at = f.at;
    return found;
}

static struct figure numbers(const struct wording *w, struct figure f)
{
    return said(f, number_words(w, cell_as_typed(&f.cell), 0).all);
}

static struct figure if_any(const struct wording *w, struct figure f)
{
    const enum word word = f.type == FIGURE_TEXT
                               ? wording_word(w, cell_as_typed(&f.cell))
                               : WORD_MAX;

    if (word != WORD_NO && word != WORD_NIL && word != WORD_NOT_APPLICABLE &&
        word != WORD_DASH)
        return f;
    return (struct figure){.type = FIGURE_BLANK,
                           .cell.state = CELL_BLANK,
                           .audience = f.audience,
                           .at = f.at};
}

struct figure pipe_apply(const struct pipe_use *use, const struct wording *w,
                         struct figure f)
{
    const bool blank = f.type == FIGURE_BLANK || f.type == FIGURE_NONE;

    switch (use->pipe) {
    case PIPE_LOWER:
    case PIPE_UPPER: /* nothing is left of what others did to letters */
        f.form.lower = use->pipe == PIPE_LOWER;
        f.form.upper = use->pipe == PIPE_UPPER;
        f.form.capital = false;
        return f;
    case PIPE_CAPITAL: f.form.capital = true; return f;
    case PIPE_UNSIGNED: return blank ? f : without_sign(f);
    case PIPE_BY_SIGN: return blank ? f : by_sign(use, f);
    case PIPE_PLURAL: return blank ? f : plural(use, w, f);
    case PIPE_FIRST_WORD: return blank ? f : first_word(f);
    case PIPE_LOWEST:
    case PIPE_HIGHEST: return blank ? f : outermost(use->pipe, w, f);
    case PIPE_NAMES: return blank ? f : named(use, w, f);
    case PIPE_NUMBERS: return blank ? f : numbers(w, f);
    case PIPE_IF_ANY: return blank ? f : if_any(w, f);
    default: break;
    }
    f.form.pipe = use->pipe;
    f.form.places = 0;
    f.form.pattern = (struct str){NULL, 0};
    if (use->narguments > 0 && pipes[use->pipe].arguments == PATTERN)
        f.form.pattern = use->arguments[0];
    if (use->narguments > 0 && pipes[use->pipe].arguments == DECIMALS)
        f.form.places = (uint8_t)(decimals_of(use) + 1);
    return f;
}
