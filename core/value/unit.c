#include "core/value/unit.h"
#include "core/base/utf8.h"

#define WORDS_MAX 6 /* of a unit: in £ 000 thousands of pounds */

/* What a text says that is a unit. */
struct unit_said {
    uint8_t zeros;
    bool money;        /* it has a sign or a word of currency */
    bool word;         /* its noughts are a word: thousands, and of what? */
    bool within;       /* it begins with `in` */
    struct str before; /* what stands before it in its text */
};

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == '`' || c == 0xB4 || c == 0x2BC ||
           (c >= 0x2018 && c <= 0x201B) || c == 0x2032;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct str without_brackets(struct str s)
{
    s = str_trim(s);
    if (s.len >= 2 && ((s.ptr[0] == '(' && s.ptr[s.len - 1] == ')') ||
                       (s.ptr[0] == '[' && s.ptr[s.len - 1] == ']')))
        s = str_trim((struct str){s.ptr + 1, s.len - 2});
    return s;
}

static struct str without_apostrophe(struct str s)
{
    struct str rest = s;

    return s.len > 0 && is_apostrophe(utf8_next(&rest)) ? rest : s;
}

static bool is_word(const struct wording *w, enum word word, struct str text)
{
    return text.len > 0 && wording_has(w, word, text);
}

/* Takes the longest of WORD's forms off the beginning of *S: `in` of `in £m`,
   GBP of `GBP 000`. No letter may follow a word that is WHOLE. */
static bool take_word(struct str *s, const struct wording *w, enum word word,
                      bool whole)
{
    struct str found = *s;

    for (size_t i = 0; i < w->words[word].count; i++) {
        size_t len;
        struct str rest;
        struct str next;

        if (!str_starts_folded(*s, w->words[word].forms[i], &len))
            continue;
        rest = str_from(*s, len);
        next = rest;
        if (rest.len < found.len &&
            !(whole && rest.len > 0 && utf8_is_letter(utf8_next(&next))))
            found = rest;
    }
    if (found.len == s->len)
        return false;
    *s = str_trim(found);
    return true;
}

/* `thousands of pounds` without the last two. */
static bool cut_money(struct str *s, const struct wording *w)
{
    for (size_t at = 1; at < s->len; at++) {
        if (is_space(s->ptr[at - 1]) &&
            is_word(w, WORD_MONEY, str_from(*s, at))) {
            *s = str_trim(str_to(*s, at));
            return true;
        }
    }
    return false;
}

/* 000's is 000s. */
static bool is_signs(struct str s, struct str sign)
{
    while (s.len > 0 && sign.len > 0) {
        if (sign.ptr[0] == 's')
            s = without_apostrophe(s);
        if (s.len == 0 || !str_starts_alike(s, str_to(sign, 1)))
            return false;
        s = str_from(s, 1);
        sign = str_from(sign, 1);
    }
    return s.len == 0 && sign.len == 0;
}

/* x of `£ x 1000` */
static bool take_times(struct str *s)
{
    struct str rest = *s;
    const uint32_t c = rest.len > 0 ? utf8_next(&rest) : 0;

    if (c != 'x' && c != 'X' && c != 0xD7)
        return false;
    *s = str_trim(rest);
    return true;
}

/* Signs that need no language; a letter is one only behind a currency, and
   1000 only behind the sign that multiplies. */
static bool is_sign(struct str s, bool currency, uint8_t *zeros)
{
    static const struct {
        const char *text;
        uint8_t zeros;
        bool alone;
        bool times;
    } signs[] = {
        {"000", 3, true, false},      {"000s", 3, true, false},
        {"1000s", 3, true, false},    {"1,000s", 3, true, false},
        {",000", 3, false, false},    {"k", 3, false, false},
        {"m", 6, false, false},       {"mn", 6, false, false},
        {"bn", 9, false, false},      {"1000", 3, true, true},
        {"1,000", 3, true, true},     {"1000000", 6, true, true},
        {"1,000,000", 6, true, true}, {"000,000", 6, false, false},
    };
    const bool times = take_times(&s);

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (signs[i].times == times && (currency || signs[i].alone) &&
            is_signs(s, str_of(signs[i].text))) {
            *zeros = signs[i].zeros;
            return true;
        }
    }
    return false;
}

/* Takes a sign or a word of currency off the beginning. */
static bool take_currency(struct str *s, const struct wording *w)
{
    if (w->currency.len > 0 && str_starts(*s, w->currency)) {
        *s = str_trim(str_from(*s, w->currency.len));
        return true;
    }
    return take_word(s, w, WORD_MONEY, false);
}

static bool read_said(struct str text, const struct wording *w,
                      struct unit_said *said)
{
    struct str rest = without_apostrophe(without_brackets(text));
    const bool sign = w->currency.len > 0 && str_starts(rest, w->currency);

    *said = (struct unit_said){.zeros = 0};
    said->within = !sign && take_word(&rest, w, WORD_UNIT_IN, true);
    rest = without_apostrophe(rest);
    said->money = take_currency(&rest, w);
    if (said->money)
        (void)take_word(&rest, w, WORD_UNIT_IN, true);
    if (rest.len == 0)
        return sign && !said->within; /* a word alone: of what? */
    rest = without_apostrophe(without_brackets(rest));
    said->money |= cut_money(&rest, w);
    said->word = true;
    if (is_word(w, WORD_THOUSAND, rest))
        said->zeros = 3;
    else if (is_word(w, WORD_MILLION, rest))
        said->zeros = 6;
    else if (is_word(w, WORD_BILLION, rest))
        said->zeros = 9;
    else
        said->word = false;
    return said->word || is_sign(rest, said->money, &said->zeros);
}

bool unit_read(struct str text, const struct wording *wording,
               struct unit *unit)
{
    struct unit_said said;

    *unit = (struct unit){.given = false};
    if (!read_said(text, wording, &said) || said.within)
        return false;
    *unit = (struct unit){.given = true, .zeros = said.zeros};
    return true;
}

/* The same, with `in` before it, as the rest of a heading is. */
static bool read_part(struct str text, const struct wording *w,
                      struct unit *unit)
{
    struct unit_said said;

    if (!read_said(text, w, &said))
        return false;
    *unit = (struct unit){.given = true, .zeros = said.zeros};
    return true;
}

static size_t last_word(struct str s)
{
    size_t at = s.len;

    while (at > 0 && !is_space(s.ptr[at - 1]))
        at--;
    return at;
}

struct str unit_cut_in(struct str heading, const struct wording *wording)
{
    const size_t at = last_word(heading);

    return at > 0 && is_word(wording, WORD_UNIT_IN, str_from(heading, at))
               ? str_trim(str_to(heading, at))
               : heading;
}

/* `Figures to the nearest`: what follows rounds them. */
static bool rounds(struct str before, const struct wording *w)
{
    before = str_trim(before);
    return is_word(w, WORD_NEAREST, str_from(before, last_word(before)));
}

/* Nor is what ends a sum: `Sums over £5 million`. */
static bool is_no_unit(struct str before, const struct wording *w)
{
    const struct str s = str_trim(before);
    const struct str last = str_from(s, last_word(s));

    return rounds(before, w) ||
           (w->currency.len > 0 && str_starts(last, w->currency) &&
            last.len > w->currency.len);
}

/* What is left of a heading, without the mark that joined the unit to it. */
static struct str without_joint(struct str s)
{
    s = str_trim(s);
    while (s.len > 0 && (s.ptr[s.len - 1] == ',' || s.ptr[s.len - 1] == '-' ||
                         s.ptr[s.len - 1] == ':' || s.ptr[s.len - 1] == '/'))
        s = str_trim(str_to(s, s.len - 1));
    return s;
}

/* Budget(£000) */
static bool cut_brackets(struct str *s, const struct wording *w,
                         struct unit *unit)
{
    size_t open = s->len;

    if (s->len == 0 || (s->ptr[s->len - 1] != ')' && s->ptr[s->len - 1] != ']'))
        return false;
    while (open > 0 && s->ptr[open - 1] != '(' && s->ptr[open - 1] != '[')
        open--;
    if (open < 2 || !read_part(str_from(*s, open - 1), w, unit))
        return false;
    *s = without_joint(str_to(*s, open - 1));
    return true;
}

/* The longest run of words at the end that is a unit. */
static bool cut_end(struct str *s, const struct wording *w, struct unit *unit)
{
    size_t found = 0;
    size_t at = s->len;

    for (int word = 0; word < WORDS_MAX && at > 0; word++) {
        struct unit u;

        while (at > 0 && !is_space(s->ptr[at - 1]))
            at--;
        if (at > 0 && !is_no_unit(str_to(*s, at), w) &&
            unit_read(str_from(*s, at), w, &u)) {
            *unit = u;
            found = at;
        }
        while (at > 0 && is_space(s->ptr[at - 1]))
            at--;
    }
    if (found > 0)
        *s = without_joint(str_to(*s, found));
    return found > 0;
}

/* Budget/£000; what divides may also join 2026/27. */
static bool cut_joined(struct str *s, const struct wording *w,
                       struct unit *unit)
{
    size_t at = s->len;

    while (at > 0 && s->ptr[at - 1] != '/')
        at--;
    if (at < 2 || !unit_read(str_from(*s, at), w, unit))
        return false;
    *s = without_joint(str_to(*s, at));
    return true;
}

static bool cut_beginning(struct str *s, const struct wording *w,
                          struct unit *unit)
{
    size_t at = 0;

    while (at < s->len && !is_space(s->ptr[at]))
        at++;
    if (at == s->len || !unit_read(str_to(*s, at), w, unit))
        return false;
    *s = str_trim(str_from(*s, at));
    return true;
}

struct str unit_cut(struct str heading, const struct wording *wording,
                    struct unit *unit)
{
    struct str rest = str_trim(heading);

    *unit = (struct unit){.given = false};
    if (!cut_brackets(&rest, wording, unit) && !cut_end(&rest, wording, unit) &&
        !cut_joined(&rest, wording, unit))
        (void)cut_beginning(&rest, wording, unit);
    if (rest.len > 0)
        return rest;
    *unit = (struct unit){.given = false};
    return heading;
}

static bool is_mark_behind(char c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == ')' ||
           c == ']' || c == '*';
}

static struct str without_marks_behind(struct str s)
{
    while (s.len > 0 && is_mark_behind(s.ptr[s.len - 1]))
        s = str_to(s, s.len - 1);
    return s;
}

/* The word behind AT, and the space before it. */
static size_t next_end(struct str s, size_t at)
{
    while (at < s.len && is_space(s.ptr[at]))
        at++;
    while (at < s.len && !is_space(s.ptr[at]))
        at++;
    return at;
}

static bool starts_with_currency(struct str s, const struct wording *w)
{
    return w->currency.len > 0 && str_starts(s, w->currency);
}

/* The unit after `nearest`: a word alone will do. */
static bool rounded_to(struct str text, const struct wording *w,
                       struct unit_said *said)
{
    return read_said(without_marks_behind(str_to(text, next_end(text, 0))), w,
                     said) &&
           said->zeros > 0;
}

static bool opens(char c)
{
    return c == '(' || c == '[' || c == '/' || c == ':' || c == ',' || c == '-';
}

/* Whether a word of noughts stands where a unit does: first, behind a mark, or
   `in thousands`, if nothing says that they are of something else. */
static bool stands_as_unit(struct str text, size_t at,
                           const struct unit_said *said, struct str behind)
{
    const struct str before = str_trim(str_to(text, at));

    if (said->within)
        return said->money || behind.len == 0 ||
               !str_starts_alike(behind, STR_LIT("of "));
    return said->money &&
           (before.len == 0 || opens(before.ptr[before.len - 1]));
}

/* As many words from AT on as are a unit. */
static bool unit_at(struct str text, size_t at, const struct wording *w,
                    struct unit_said *said)
{
    const struct str rest = str_from(text, at);
    size_t end = at;

    for (int word = 0; word < WORDS_MAX && end < text.len; word++) {
        struct str run;
        struct str behind;

        end = next_end(text, end);
        run = str_to(rest, end - at);
        behind = str_trim(str_from(text, end));
        if (read_said(without_marks_behind(run), w, said) && said->zeros > 0 &&
            (!said->word || starts_with_currency(run, w) ||
             stands_as_unit(text, at, said, behind)))
            return true;
    }
    return false;
}

/* The first unit among the words of TEXT, and whether it rounds. */
static bool find(struct str text, const struct wording *w,
                 struct unit_said *said, bool *rounding)
{
    for (size_t at = 0; at < text.len; at++) {
        if ((at > 0 && !is_space(text.ptr[at - 1]) &&
             !opens(text.ptr[at - 1])) ||
            is_space(text.ptr[at]) || opens(text.ptr[at]))
            continue;
        *rounding = rounds(str_to(text, at), w);
        if (unit_at(text, at, w, said)) {
            said->before = str_to(text, at);
            return true;
        }
        if (*rounding && rounded_to(str_from(text, at), w, said))
            return true;
    }
    return false;
}

/* The same of what figures are in, not rounded to. */
static bool find_in(struct str text, const struct wording *w,
                    struct unit_said *said)
{
    bool rounding;

    return find(text, w, said, &rounding) && !rounding;
}

static bool give(struct unit *unit, bool found, const struct unit_said *said)
{
    *unit = (struct unit){.given = found, .zeros = found ? said->zeros : 0};
    return found;
}

bool unit_find(struct str text, const struct wording *wording,
               struct unit *unit)
{
    struct unit_said said;

    return give(unit, find_in(text, wording, &said), &said);
}

/* `All figures`, or nothing: not `Procurement`. */
static bool speaks_of_figures(struct str text, const struct wording *w)
{
    text = str_trim(text);
    if (text.len == 0 || (text.len == 1 && opens(text.ptr[0])))
        return true;
    while (text.len > 0) {
        if (is_word(w, WORD_FIGURES, str_cut(&text, ' ')))
            return true;
    }
    return false;
}

bool unit_find_said(struct str text, const struct wording *wording,
                    struct unit *unit)
{
    struct unit_said said;

    return give(unit,
                find_in(text, wording, &said) && said.within &&
                    speaks_of_figures(said.before, wording),
                &said);
}

bool unit_find_rounding(struct str text, const struct wording *wording,
                        struct unit *unit)
{
    struct unit_said said;
    bool rounding;

    return give(unit, find(text, wording, &said, &rounding) && rounding, &said);
}
