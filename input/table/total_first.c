/*
 * A total that stands above its rows, by a name which its kind does not have:
 * `Total net budget`, or any name where its figures are the sums of those
 * below. Read as a row it would be counted with what it is the sum of.
 */
#include "input/table/table_parts.h"

/* Rows below a first one whose name is no total's: a sum of fewer is chance. */
#define SUMMED_MIN 3

/* What the first row has against the rows below it. */
struct first_row {
    size_t rows;   /* that it may be the sum of */
    size_t agree;  /* columns whose figures are their sum, nought left out */
    size_t differ; /* and those whose figures are not */
};

static bool is_entry(const struct table_reading *r, size_t row)
{
    return r->roles[row] == ROW_ENTRY && r->lines[row] == 0;
}

/* Those that may be totals by their names are none of the rows summed. *AT is
   the first suspect that is not above ROW, from 0 on: rows are asked for in
   their order. */
static bool may_be_total(const struct table_reading *r, size_t row, size_t *at)
{
    const struct suspect *suspects = r->suspects.items;

    while (*at < r->suspects.count && suspects[*at].row < row)
        ++*at;
    return *at < r->suspects.count && suspects[*at].row == row &&
           suspects[*at].why != SUSPECT_SUM &&
           suspects[*at].why != SUSPECT_LAST;
}

/* Down to a total of their own. */
static size_t end_of_rows(const struct table_reading *r)
{
    size_t end = 1;

    while (end < r->nrows && r->roles[end] != ROW_TOTAL &&
           r->roles[end] != ROW_BLOCK_TOTAL)
        end++;
    return end;
}

/* How the first row's figure of COLUMN compares with the sum of ROWS. */
static void compare(const struct table_reading *r, const size_t *rows,
                    size_t column, struct first_row *first)
{
    struct decimal sum = {0, 0};
    struct decimal d;
    bool known;

    for (size_t i = 0; i < first->rows; i++) {
        d = totals_figure(r, rows[i], column, &known);
        if (known && !decimal_add(sum, d, &sum))
            return;
    }
    d = totals_figure(r, 0, column, &known);
    if (!known)
        return;
    if (decimal_compare(d, sum) != 0)
        first->differ++;
    else
        first->agree += d.coefficient != 0;
}

static struct first_row look_below(const struct table_reading *r)
{
    struct first_row first = {0};
    const size_t end = end_of_rows(r);
    size_t at = 0;
    size_t *rows = arena_alloc(r->arena, end, sizeof(*rows));

    if (rows == NULL)
        return first;
    for (size_t row = 1; row < end; row++) {
        if (row_is_stock(r->roles[row]))
            return (struct first_row){0}; /* balances belong to no sum */
        if (is_entry(r, row) && !may_be_total(r, row, &at))
            rows[first.rows++] = row;
    }
    for (size_t c = 0; c < r->columns.count; c++) {
        if (totals_may_sum(&r->columns.list[c]))
            compare(r, rows, c, &first);
    }
    return first;
}

/* Its only words, or none where it has other words than a name. */
static struct str name_of(const struct table_reading *r)
{
    struct str name = {NULL, 0};

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct str text = cell_as_typed(&r->cells[c]);

        if (text.len == 0 || r->columns.list[c].kind == NULL ||
            value_is_figure(r->columns.list[c].kind->type))
            continue;
        if (name.len > 0)
            return (struct str){NULL, 0};
        name = text;
    }
    return name;
}

void total_first_see(struct table_reading *r)
{
    struct str name;
    const struct suspect *suspects;
    struct first_row first;
    size_t at = 0;
    bool named;

    if (r->nrows < SUMMED_MIN || !is_entry(r, 0))
        return;
    name = name_of(r);
    if (name.len == 0)
        return;
    first = look_below(r);
    named = may_be_total(r, 0, &at);
    if (named
            ? first.agree == 0 || (first.agree == 1 && first.rows < SUMMED_MIN)
            : first.rows < SUMMED_MIN || first.agree < 2 || first.differ > 0)
        return;
    totals_say_read(r, &(struct suspect){.label = name}, ROW_TOTAL,
                    first.differ == 0
                        ? "it is the first row, and the sum of the rows below "
                          "it"
                        : "it is the first row, and its name and one of its "
                          "sums say so");
    r->roles[0] = ROW_TOTAL;
    suspects = r->suspects.items; /* nobody need judge it again */
    if (r->suspects.count > 0 && suspects->row == 0)
        totals_clear_first(r);
}
