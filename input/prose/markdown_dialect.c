#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/prose/markdown_parts.h"

#define RAISED_MAX 12 /* bytes between two ^ */
#define NAME_MAX_LEN 40

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The line of INPUT that byte AT stands on, with its place in AT. */
static struct str line_at(struct str input, size_t at, size_t *start)
{
    size_t end = at;

    while (at > 0 && input.ptr[at - 1] != '\n' && input.ptr[at - 1] != '\r')
        at--;
    while (end < input.len && input.ptr[end] != '\n' && input.ptr[end] != '\r')
        end++;
    *start = at;
    return (struct str){input.ptr + at, end - at};
}

/* Without the signs of quotations before it. */
static struct str words_of(struct str line)
{
    line = str_trim(line);
    while (str_starts(line, STR_LIT(">")))
        line = str_trim(str_from(line, 1));
    return line;
}

uint32_t markdown_cells(struct str input, size_t at)
{
    size_t start;
    struct str row = words_of(line_at(input, at, &start));
    uint32_t cells = 1;
    bool ended = false; /* the last sign was a line between cells */

    if (str_starts(row, STR_LIT("|")))
        row = str_from(row, 1);
    for (size_t i = 0; i < row.len; i++) {
        if (row.ptr[i] == '\\')
            i++;
        else if (row.ptr[i] == '|')
            cells++;
        ended = i + 1 == row.len && row.ptr[i] == '|' && row.ptr[i - 1] != '\\';
    }
    return ended ? cells - 1 : cells;
}

/* --- what is not taken --- */

static void say(struct markdown *r, const char *p, const char *what,
                struct str shown, const char *hint)
{
    finding(r->prose.findings, FINDING_BAD_ELEMENT, markdown_place_ahead(r, p),
            "%s (`%.*s`) is not taken in prose", what, STR_ARG(shown));
    finding_hint(r->prose.findings, "%s", hint);
}

/* |---|---|, which belongs to no table when it is text. */
static bool is_rule_of_table(struct str words)
{
    bool line = false;
    bool dashes = false;

    for (size_t i = 0; i < words.len; i++) {
        const char c = words.ptr[i];

        if (c != '|' && c != '-' && c != ':' && c != ' ' && c != '\t')
            return false;
        line = line || c == '|';
        dashes = dashes || (c == '-' && i > 0 && words.ptr[i - 1] == '-');
    }
    return line && dashes;
}

/* [!NOTE] at the head of a quotation. */
static size_t alert_length(struct str words)
{
    size_t n = 2;

    if (!str_starts(words, STR_LIT("[!")))
        return 0;
    while (n < words.len && is_letter(words.ptr[n]))
        n++;
    return n > 2 && n < words.len && words.ptr[n] == ']' ? n + 1 : 0;
}

/* ^2^ at byte AT. */
static size_t raised_length(struct str line, size_t at)
{
    size_t n = 1;

    if (line.ptr[at] != '^')
        return 0;
    while (at + n < line.len && n <= RAISED_MAX && line.ptr[at + n] != '^' &&
           line.ptr[at + n] != ' ')
        n++;
    return n > 1 && at + n < line.len && line.ptr[at + n] == '^' ? n + 1 : 0;
}

/* :tada: at byte AT. */
static size_t emoji_length(struct str line, size_t at)
{
    size_t n = 1;
    bool letters = false;

    if (line.ptr[at] != ':' || (at > 0 && line.ptr[at - 1] != ' '))
        return 0;
    while (at + n < line.len && n < NAME_MAX_LEN &&
           (is_letter(line.ptr[at + n]) || is_digit(line.ptr[at + n]) ||
            line.ptr[at + n] == '_')) {
        letters = letters || is_letter(line.ptr[at + n]);
        n++;
    }
    if (!letters || n < 3 || at + n >= line.len || line.ptr[at + n] != ':')
        return 0;
    return at + n + 1 == line.len || line.ptr[at + n + 1] == ' ' ? n + 1 : 0;
}

static void check_inside(struct markdown *r, struct str line)
{
    for (size_t i = 0; i < line.len; i++) {
        const struct str rest = str_from(line, i);
        const size_t raised = raised_length(line, i);
        const size_t emoji = emoji_length(line, i);

        if (line.ptr[i] == '\\') {
            i++;
        } else if (raised > 0) {
            say(r, rest.ptr, "raised text", str_to(rest, raised),
                "a raised figure is a sign of its own: m²");
            i += raised - 1;
        } else if (str_starts(rest, STR_LIT("^["))) {
            say(r, rest.ptr, "a note inside a line", str_to(rest, 2),
                "write [^1] there, and a line `[^1]: ...` below");
        } else if (emoji > 0) {
            say(r, rest.ptr, "the name of a sign", str_to(rest, emoji),
                "write the sign itself");
            i += emoji - 1;
        }
    }
}

void markdown_check_line(struct markdown *r, const char *p)
{
    size_t start;
    struct str line;
    struct str words;
    size_t alert;

    /* A line is looked at once, however many texts it is made of. */
    if (r->checked != NULL && p < r->checked)
        return;
    line = line_at(r->input, (size_t)(p - r->input.ptr), &start);
    words = words_of(line);
    alert = alert_length(words);
    r->checked = line.ptr + line.len + 1;
    if (is_rule_of_table(words))
        say(r, words.ptr, "a row of a table that is none", words,
            "leave a blank line before the table, and give this row as many "
            "parts as its head");
    else if (alert > 0)
        say(r, words.ptr, "an alert", str_to(words, alert),
            "say what it is in words");
    else if (str_starts(words, STR_LIT(":::")))
        say(r, words.ptr, "a block of pandoc's", str_to(words, 3),
            "write the paragraphs alone");
    else
        check_inside(r, line);
}

/* --- marks that somebody typed --- */

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
           (is_letter(rest.ptr[len]) || is_digit(rest.ptr[len])))
        len++;
    if (len == 0 || len + 1 >= rest.len || rest.ptr[len + 1] != ' ' ||
        (rest.ptr[len] != ')' && (bracket || rest.ptr[len] != '.')))
        return false;
    label = str_to(rest, len);
    return roman_value(label) == n || number_value(label) == n ||
           (len == 1 && is_letter(label.ptr[0]) &&
            (unsigned)((label.ptr[0] | 0x20) - 'a' + 1) == n);
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
    r->typed.line_said = false;
    r->typed.line_ended = false;
}

void markdown_typed(struct markdown *r, struct str text)
{
    struct typed_list *t = &r->typed;
    const bool first = t->line == 0 && r->prose.top->kind == DOC_PARAGRAPH &&
                       r->prose.top->first == NULL && r->prose.run.len == 0;

    if (t->item_begun && begins_with_mark(text, t->item + 1) && ++t->item == 2)
        say_typed(r, "an item has a mark of its own, and one that was typed",
                  text, &t->item_said);
    t->item_begun = false;
    if (r->options->cell || !(first || t->line_ended) ||
        !begins_with_mark(text, t->line + 1))
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
