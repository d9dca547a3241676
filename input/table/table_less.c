/*
 * Rows that are taken from those above them though they are typed above nought:
 * `Less income` below gross spending, and the parts of such a sum, below a
 * title of that name or above it. While sums are looked for they are rows like
 * any other that may be added or taken away.
 */
#include "input/table/table_less.h"

struct str less_what(const struct table_reading *r, struct str label)
{
    const struct spellings *w = &r->options->wording->words[WORD_LESS];
    size_t len;

    for (size_t i = 0; i < w->count; i++) {
        struct str rest;
        struct str what;

        if (row_name_letter(label) != row_name_letter(w->forms[i]) ||
            !str_starts_words(label, w->forms[i]) ||
            !str_starts_folded(label, w->forms[i], &len))
            continue;
        what = str_from(label, len);
        while (what.len > 0 && (what.ptr[0] == ':' || what.ptr[0] == ' '))
            what = str_from(what, 1);
        rest = what;
        if (what.len > 0 &&
            !wording_has(r->options->wording, WORD_THAN, str_cut_word(&rest)))
            return what;
    }
    return label;
}

/* `Less income`, not `Less than a year`. */
static bool is_less(const struct table_reading *r, struct str label)
{
    return less_what(r, label).len < label.len;
}

static bool is_above_nought(const struct table_reading *r,
                            const struct cell *row)
{
    bool above = false;

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct kind_column *k = r->columns.list[c].kind;

        if (k == NULL || k->type != TYPE_MONEY ||
            (k->scenario == SCENARIO_NONE && k->role != COLUMN_AMOUNT) ||
            row[c].state != CELL_VALUE)
            continue;
        if (row[c].value.pence < 0)
            return false; /* it says itself what it takes away */
        above |= row[c].value.pence > 0;
    }
    return above;
}

static void add_candidate(struct table_reading *r, size_t row)
{
    size_t *kept;

    if (r->less.size == 0)
        r->less = list_of(r->arena, sizeof(*kept));
    kept = list_add(&r->less);
    if (kept != NULL)
        *kept = row;
}

/* A sum ends what stands below a title, by its name or as it looks. */
static bool may_be_sum(const struct table_reading *r, enum row_role role)
{
    const struct suspect *suspects = r->suspects.items;
    const size_t n = r->suspects.count;

    return row_is_sum((uint8_t)role) ||
           (n > 0 && suspects[n - 1].row == r->nrows);
}

void less_see(struct table_reading *r, const struct cell *row,
              enum row_role role, struct str label)
{
    const bool named = r->name_tells && is_less(r, label);

    if (role == ROW_DEDUCTION)
        add_candidate(r, r->nrows); /* by a line of the kind */
    if (!named && !r->in_less)
        return;
    r->has_less = true;
    if (may_be_sum(r, role) || titles_may_be_title(r, r->nrows))
        r->in_less = named && titles_may_be_title(r, r->nrows);
    if (role == ROW_ENTRY && r->line == 0 && (named || r->in_less) &&
        is_above_nought(r, row))
        add_candidate(r, r->nrows);
}

static size_t first_not_below(const struct list *rows, size_t row)
{
    const size_t *list = rows->items;
    size_t from = 0;
    size_t upto = rows->count; /* they stand in their order */

    while (from < upto) {
        const size_t middle = from + (upto - from) / 2;

        if (list[middle] < row)
            from = middle + 1;
        else
            upto = middle;
    }
    return from;
}

bool less_takes(const struct table_reading *r, size_t row)
{
    const size_t *list = r->less.items;
    const size_t at = r->less.count == 0 ? 0 : first_not_below(&r->less, row);

    return at < r->less.count && list[at] == row;
}

/* The first row from which others may be taken. */
static size_t first_other(const struct table_reading *r)
{
    size_t row = 0;

    while (row < r->nrows &&
           (!row_is_plain(r->roles[row]) || less_takes(r, row) ||
            titles_may_be_title(r, row)))
        row++;
    return row;
}

/* `Less total income` below its parts: these are what is taken away. */
static void take_parts(struct table_reading *r, size_t sum, size_t first)
{
    if (!is_less(r, table_row_name(r, sum)) ||
        !is_above_nought(r, &r->cells[sum * r->columns.count]))
        return;
    for (size_t row = sum; row > first + 1 && r->roles[row - 1] == ROW_ENTRY &&
                           !titles_may_be_title(r, row - 1);
         row--)
        r->roles[row - 1] = ROW_DEDUCTION;
}

/* Where a total takes them away, sums that a report asks for do not. */
static void say_deductions(const struct table_reading *r)
{
    size_t first = r->nrows;
    size_t count = 0;
    struct str more;

    for (size_t row = r->nrows; row > 0; row--) {
        if (r->roles[row - 1] != ROW_DEDUCTION || r->lines[row - 1] != 0)
            continue;
        first = row - 1;
        count++;
    }
    if (count == 0)
        return;
    more = rows_are_so(r->arena, count);
    finding(r->findings, FINDING_ASSUMED, table_row_place(r, first),
            "`%.*s` is typed above nought: totals may take it away, `sum()` "
            "and pictures do not%.*s",
            STR_ARG(cell_shown(table_row_name(r, first))), STR_ARG(more));
    finding_hint(r->findings, "typed below nought it is taken away everywhere");
}

void less_settle(struct table_reading *r)
{
    const size_t *list = r->less.items;
    size_t end = r->nrows; /* behind the last sum: nothing takes rows there */
    size_t first;

    if (!r->has_less)
        return;
    first = first_other(r);
    while (end > 0 && !row_is_sum(r->roles[end - 1]) &&
           r->roles[end - 1] != ROW_CLOSING)
        end--;
    for (size_t i = 0; i < r->less.count; i++) {
        if (list[i] > first && list[i] < end && r->roles[list[i]] == ROW_ENTRY)
            r->roles[list[i]] = ROW_DEDUCTION;
    }
    for (size_t row = first; row < r->nrows; row++) {
        if (r->roles[row] == ROW_SUB_TOTAL)
            take_parts(r, row, first);
    }
    say_deductions(r);
}
