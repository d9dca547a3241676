#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/table/table_parts.h"

/*
 * What stands among the rows of a table and is none: a ruled line, the numbers
 * of its columns, and what programs write below an export.
 */

/* How the columns of a table are numbered: (1), (2) or a, b. */
struct numbering {
    bool letters;
    bool in_brackets;
    bool has_formula; /* (3 = 1 + 2) */
    uint32_t next;
};

#define LETTERS_MAX 26

/* What stands between brackets, or before one. */
static struct str inside(struct str s, bool *brackets)
{
    const bool begins = s.len > 0 && (s.ptr[0] == '(' || s.ptr[0] == '[');
    const char last = s.len > 0 ? s.ptr[s.len - 1] : ' ';

    *brackets = last == ')' || last == ']';
    if (*brackets)
        s = str_to(s, s.len - 1);
    if (begins && *brackets)
        s = str_from(s, 1);
    return str_trim(s);
}

/* The number that S is, of a column; 0: none. */
static uint32_t column_number(struct str s, bool *letter)
{
    uint32_t n = 0;

    *letter = s.len == 1 && !is_digit(s.ptr[0]);
    if (*letter) {
        const char c = (char)(s.ptr[0] | 0x20);

        return c >= 'a' && c <= 'z' ? (uint32_t)(c - 'a' + 1) : 0;
    }
    for (size_t i = 0; i < s.len; i++) {
        if (s.len > 3 || !is_digit(s.ptr[i]))
            return 0;
        n = n * 10 + (uint32_t)(s.ptr[i] - '0');
    }
    return n;
}

static bool is_operator(uint32_t c)
{
    return c == '+' || c == '-' || c == '=' || c == '*' || c == '/' ||
           c == 0xD7 || c == 0xF7 || c == 0x2212 || c == 0x2013;
}

/* (c - b), 4 = 2 + 3: numbers of columns up to this one, with signs between. */
static bool is_formula(const struct numbering *n, struct str s)
{
    size_t operators = 0;
    bool after_number = false;

    while (s.len > 0) {
        const struct str rest = s;
        const uint32_t c = utf8_next(&s);
        uint32_t number;
        bool letter;
        size_t len = 1;

        if (c == ' ' || c == '(' || c == ')' || c == '[' || c == ']')
            continue;
        if (is_operator(c)) {
            operators++;
            after_number = false;
            continue;
        }
        while (!n->letters && len < rest.len && is_digit(rest.ptr[len]))
            len++;
        number = column_number(str_to(rest, len), &letter);
        if (after_number || number == 0 || number > n->next ||
            letter != n->letters)
            return false;
        after_number = true;
        s = str_from(rest, len);
    }
    return operators > 0 && after_number;
}

static bool goes_on(struct numbering *n, struct str text, size_t field)
{
    bool brackets;
    bool letter;
    const uint32_t number = column_number(inside(text, &brackets), &letter);

    if (n->next == 0) { /* the column of names may have none */
        if (number == 0 || (number != 1 && number != field + 1))
            return false;
        *n = (struct numbering){
            .letters = letter, .in_brackets = brackets, .next = number + 1};
        return true;
    }
    if (number == n->next && letter == n->letters) {
        n->in_brackets |= brackets;
    } else if (is_formula(n, text)) {
        n->has_formula = true;
    } else {
        return false;
    }
    n->next++;
    return !n->letters || n->next <= LETTERS_MAX + 1;
}

static bool read_numbering(const struct table_reading *r, struct numbering *n)
{
    const struct record *record = r->record;
    size_t filled = 0;

    *n = (struct numbering){.next = 0};
    for (size_t i = 0; i < record->nfilled; i++) {
        if (record->fields[i].len == 0 && i == 0)
            continue;
        if (!goes_on(n, record->fields[i], i))
            return false;
        filled++;
    }
    return filled > 1 && filled + 1 >= r->columns.width;
}

/* Whether 1, 2, 3 may well be a row: the next one begins with a number, too,
   or nothing in it is a figure. */
static bool may_be_row(struct table_reading *r)
{
    const struct record *next =
        r->record == &r->reader->now ? NULL : table_peek(r, 0);
    bool figures = false;
    size_t first = 0;

    while (next != NULL && first < next->nfilled &&
           next->fields[first].len == 0)
        first++;
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct kind_column *k = r->columns.list[c].kind;

        figures |=
            k != NULL && (k->type == TYPE_MONEY || k->type == TYPE_NUMBER ||
                          k->type == TYPE_PERCENT);
    }
    return !figures || next == NULL || first == next->nfilled ||
           is_digit(next->fields[first].ptr[0]);
}

/* Below the headings, before the first row. */
static bool take_numbering(struct table_reading *r)
{
    struct numbering n;
    bool taken;

    if (r->nrows > 0 || r->npending > 0 || r->reader->named ||
        !read_numbering(r, &n))
        return false;
    if (n.in_brackets || n.has_formula) {
        finding(r->findings, FINDING_LEFT_OUT, record_place(r->record, 1),
                "these are the numbers of the columns, and are left out");
        return true;
    }
    if (may_be_row(r))
        return false;
    taken = n.next > 3;
    finding(r->findings, FINDING_DOUBTFUL, record_place(r->record, 1),
            taken ? "this is taken for the numbers of the columns, and left out"
                  : "this may be the numbers of the columns: it counts as a "
                    "row like any other");
    finding_hint(r->findings, taken ? "take it away; if it is a row like any "
                                      "other, put it below the next one"
                                    : "take it away, if it is none");
    return taken;
}

static bool cut_number(struct str *s, size_t *number)
{
    size_t n = 0;

    *number = 0;
    while (n < s->len && n < 9 && is_digit(s->ptr[n]))
        *number = *number * 10 + (size_t)(s->ptr[n++] - '0');
    *s = str_trim(str_from(*s, n));
    return n > 0;
}

/* Page 1 of 2, Page 1/2 */
static bool is_page(const struct table_reading *r, struct str text)
{
    size_t page;
    size_t pages;

    if (!wording_has(r->options->wording, WORD_PAGE, str_cut_word(&text)) ||
        !cut_number(&text, &page) || text.len == 0)
        return false;
    if (text.ptr[0] == '/')
        text = str_trim(str_from(text, 1));
    else
        (void)str_cut_word(&text);
    return cut_number(&text, &pages) && text.len == 0 && page <= pages;
}

/* (2 rows affected): how many rows there are. */
static bool is_row_count(const struct table_reading *r, struct str text,
                         size_t *number)
{
    bool brackets;

    text = inside(text, &brackets);
    if (!cut_number(&text, number) ||
        !wording_has(r->options->wording, WORD_ROWS, str_cut_word(&text)))
        return false;
    (void)str_cut_word(&text); /* affected */
    return text.len == 0;
}

#define RULE_LEAST 3 /* characters: a dash or two say that there is nothing */

/* -----, =====, ---+---, :---: as programs and Markdown draw it. */
static bool is_rule(struct str text)
{
    size_t drawn = 0;

    while (text.len > 0) {
        const uint32_t c = utf8_next(&text);

        if (c == '-' || c == '=' || c == '_' || c == 0x2013 || c == 0x2014 ||
            (c >= 0x2500 && c <= 0x257F))
            drawn++;
        else if (c != '+' && c != ':' && c != '|' && c != ' ')
            return false;
    }
    return drawn >= RULE_LEAST;
}

static bool take_rule(struct table_reading *r)
{
    const struct record *record = r->record;
    struct str first = {NULL, 0};

    for (size_t i = 0; i < record->nfilled; i++) {
        if (record->fields[i].len == 0)
            continue;
        if (!is_rule(record->fields[i]))
            return false;
        first = first.len == 0 ? record->fields[i] : first;
    }
    if (first.len == 0 || r->reader->named)
        return false;
    cell_count(&r->rules, record_place(record, 1), first);
    return true;
}

static bool take_export_line(struct table_reading *r)
{
    const size_t only = record_only_field(r->record);
    const struct str text = only < r->record->nfields ? r->record->fields[only]
                                                      : (struct str){NULL, 0};
    const struct place at = record_place(r->record, 1);
    size_t number;

    if (text.len == 0 || r->columns.width < 2 || r->reader->named)
        return false;
    if (is_page(r, text)) {
        cell_count(&r->pages, at, text);
        return true;
    }
    if (!is_row_count(r, text, &number))
        return false;
    if (number == r->nrows) {
        finding(r->findings, FINDING_LEFT_OUT, at,
                "this says how many rows were exported, and is left out");
        return true;
    }
    finding(r->findings, FINDING_DOUBTFUL, at,
            "this says how many rows were exported, %zu, and the table has "
            "%zu; the line is left out",
            number, r->nrows);
    finding_hint(r->findings, "if rows are missing, export them again; else "
                              "take this line away");
    return true;
}

bool export_take(struct table_reading *r)
{
    return take_rule(r) || take_numbering(r) || take_export_line(r);
}

void export_end(const struct table_reading *r)
{
    const struct cell_count *rules = &r->rules;
    const struct cell_count *pages = &r->pages;

    if (rules->count > 0)
        finding(r->findings, FINDING_LEFT_OUT, rules->first,
                "`%.*s` is a ruled line%s, and left out",
                STR_ARG(cell_shown(rules->text)),
                rules->count > 1 ? ", as others further down are" : "");
    if (pages->count > 0)
        finding(r->findings, FINDING_LEFT_OUT, pages->first,
                "`%.*s` is the number of a page%s, and left out",
                STR_ARG(cell_shown(pages->text)),
                pages->count > 1 ? ", as others further down are" : "");
}
