#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/prose/markdown_parts.h"

static unsigned roman_digit(char c)
{
    switch (c) {
    case 'i': return 1;
    case 'v': return 5;
    case 'x': return 10;
    default: return 0;
    }
}

static unsigned roman_value(struct str label)
{
    unsigned value = 0;

    for (size_t i = 0; i < label.len; i++) {
        const unsigned here = roman_digit((char)(label.ptr[i] | 0x20));
        const unsigned next = i + 1 < label.len
                                  ? roman_digit((char)(label.ptr[i + 1] | 0x20))
                                  : 0;

        if (here == 0)
            return 0;
        value = here < next ? value - here : value + here;
    }
    return value;
}

static unsigned number_value(struct str label)
{
    unsigned value = 0;

    for (size_t i = 0; i < label.len; i++) {
        if (!is_digit(label.ptr[i]))
            return 0;
        value = value * 10 + (unsigned)(label.ptr[i] - '0');
    }
    return value;
}

/* Whether TEXT begins with the mark that is N-th in some series. */
static bool begins_with_mark(struct str text, unsigned n)
{
    const bool bracket = str_starts(text, STR_LIT("("));
    const struct str rest = str_from(text, bracket ? 1 : 0);
    struct str label;
    size_t len = 0;

    while (len < rest.len && len < 5 &&
           (is_ascii_letter(rest.ptr[len]) || is_digit(rest.ptr[len])))
        len++;
    if (len == 0 || len + 1 >= rest.len || rest.ptr[len + 1] != ' ' ||
        (rest.ptr[len] != ')' && (bracket || rest.ptr[len] != '.')))
        return false;
    label = str_to(rest, len);
    return roman_value(label) == n || number_value(label) == n ||
           (len == 1 && is_ascii_letter(label.ptr[0]) &&
            (unsigned)((label.ptr[0] | 0x20) - 'a' + 1) == n);
}

/* A sign of lists, and space, that no list of CommonMark begins with. */
static bool begins_with_bullet(struct str text)
{
    static const uint32_t bullets[] = {
        0x2022, 0xB7,   0x25E6, 0x2013, 0x2014, 0x25AA,
        0x25CF, 0x25CB, 0x2023, 0x2043, 0x25A0, 0x2192,
    };
    uint32_t sign;

    if (text.len == 0)
        return false;
    sign = utf8_next(&text);
    for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
        if (sign == bullets[i])
            return text.len > 0 && utf8_is_space(utf8_next(&text));
    }
    return false;
}

/* 1.2 of `1.2 words` and `1.2. words`; empty: TEXT begins with no such. */
static struct str paragraph_number(struct str text)
{
    size_t n = 0;
    size_t points = 0;

    while (n < text.len &&
           (is_digit(text.ptr[n]) ||
            (text.ptr[n] == '.' && n > 0 && text.ptr[n - 1] != '.'))) {
        points += text.ptr[n] == '.';
        n++;
    }
    if (n == 0 || n >= text.len || text.ptr[n] != ' ' || !is_digit(text.ptr[0]))
        return (struct str){NULL, 0};
    if (text.ptr[n - 1] == '.') {
        n--;
        points--;
    }
    return str_to(text, points > 0 ? n : 0);
}

/* Whether NUMBER comes behind LAST: 1.2 behind 1.1 or 1.1.4, 1.1.1 behind
   1.1. */
static bool comes_next(struct str last, struct str number)
{
    while (last.len > 0 && number.len > 0) {
        const unsigned from = number_value(str_cut(&last, '.'));
        const unsigned to = number_value(str_cut(&number, '.'));

        if (from != to)
            return to == from + 1 && number.len == 0;
    }
    return last.len == 0 && number.len > 0 && number_value(number) == 1;
}

/* The mark at the head of TEXT is the first of a series, or goes on with it. */
static bool goes_on(struct typed_list *t, struct str text)
{
    const bool first = t->line == 0;
    const struct str number = paragraph_number(text);

    if (begins_with_bullet(text) && (first || t->bullets)) {
        t->bullets = true;
        return true;
    }
    if (number.len > 0 && (first || comes_next(t->number, number))) {
        t->number = number;
        return true;
    }
    return (first || (!t->bullets && t->number.len == 0)) &&
           begins_with_mark(text, t->line + 1);
}

static void say_typed(struct markdown *r, const char *what, struct str text,
                      bool *said)
{
    if (*said)
        return;
    *said = true;
    finding(r->prose.findings, FINDING_TYPED_LIST, r->prose.at, "%s (`%.*s`)",
            what, STR_ARG(str_to(text, str_find_char(text, ' '))));
    finding_hint(r->prose.findings, "begin each with 1. or -, and leave a "
                                    "blank line before the first: the "
                                    "template has the marks");
}

void markdown_typed_begin(struct markdown *r)
{
    r->typed.line = 0;
    r->typed.bullets = false;
    r->typed.number = (struct str){NULL, 0};
    r->typed.line_said = false;
    r->typed.line_ended = false;
}

void markdown_typed(struct markdown *r, struct str text)
{
    struct typed_list *t = &r->typed;
    const bool first = t->line == 0 && r->prose.top->kind == DOC_PARAGRAPH &&
                       r->prose.top->first == NULL && r->prose.run.len == 0;

    if (t->item_begun &&
        (begins_with_mark(text, t->item + 1) || begins_with_bullet(text)) &&
        ++t->item == 2)
        say_typed(r, "an item has a mark of its own, and one that was typed",
                  text, &t->item_said);
    t->item_begun = false;
    if (r->options->cell || !(first || t->line_ended) || !goes_on(t, text))
        return;
    t->line++;
    if (t->line == 1)
        return;
    say_typed(r, "lines begin with marks that were typed: they are no list",
              text, &t->line_said);
    t->line_ended = false;
    prose_leaf(&r->prose, DOC_BREAK);
}

void markdown_end_line(struct markdown *r)
{
    const struct place at = r->prose.at;

    if (!r->typed.line_ended)
        return;
    r->prose.at = r->typed.ended_at;
    prose_text(&r->prose, STR_LIT(" "));
    r->prose.at = at;
    r->typed.line_ended = false;
}
