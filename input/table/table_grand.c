/*
 * The total of all files that are read as one table, which stands below the
 * rows of the last: behind that file's own total, or in its place.
 */
#include "core/model/cell_text.h"
#include "input/table/table_parts.h"

/* False: a sum that is too large. What nobody knows adds nothing. */
static bool add_column(const struct table *t, size_t column,
                       struct decimal *sum)
{
    for (size_t r = 0; r < t->nrows; r++) {
        const struct cell *cell = table_cell(t, r, column);
        struct decimal d;

        if (!row_is_plain(t->row_roles[r]) || cell->state == CELL_BLANK)
            continue;
        if (cell_decimal(t->columns[column].kind->type, cell, &d) &&
            !decimal_add(*sum, d, sum))
            return false;
    }
    return true;
}

/* The rows of all N tables, of the column that COLUMN of the last one is. */
static bool add_all(const struct table *const *tables, size_t n, size_t column,
                    struct decimal *sum)
{
    const struct column *wanted = &tables[n - 1]->columns[column];

    for (size_t i = 0; i < n; i++) {
        for (size_t c = 0; c < tables[i]->ncolumns; c++) {
            if (table_is_same_column(&tables[i]->columns[c], wanted) &&
                !add_column(tables[i], c, sum))
                return false;
        }
    }
    return true;
}

/* How far D lies from SUM. */
static bool distance(struct decimal d, struct decimal sum,
                     struct decimal *apart)
{
    if (!decimal_subtract(d, sum, apart))
        return false;
    *apart = decimal_unsigned(*apart);
    return true;
}

/* Below nought: what ROW says of COLUMN lies nearer to the rows of its own file
   than to those of all; above: the contrary. */
static int nearer_to_all(const struct table *const *tables, size_t n,
                         size_t row, size_t column)
{
    const struct table *t = tables[n - 1];
    const struct kind_column *kind = t->columns[column].kind;
    struct decimal own = {0, 0};
    struct decimal all = {0, 0};
    struct decimal from_own;
    struct decimal from_all;
    struct decimal d;

    if (kind == NULL ||
        (kind->type != TYPE_MONEY && kind->type != TYPE_NUMBER) ||
        !cell_decimal(kind->type, table_cell(t, row, column), &d) ||
        !add_column(t, column, &own) || !add_all(tables, n, column, &all) ||
        !distance(d, own, &from_own) || !distance(d, all, &from_all))
        return 0;
    return decimal_compare(from_own, from_all);
}

static bool is_of_all(const struct table *const *tables, size_t n, size_t row)
{
    int votes = 0;

    for (size_t c = 0; c < tables[n - 1]->ncolumns; c++) {
        const int vote = nearer_to_all(tables, n, row, c);

        votes += (vote > 0) - (vote < 0);
    }
    return votes > 0;
}

size_t table_grand_total(const struct table *const *tables, size_t n)
{
    const struct table *t = tables[n - 1];
    size_t last = t->nrows;
    size_t totals = 0;

    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] == ROW_TOTAL) {
            last = r;
            totals++;
        } else if (row_is_plain(t->row_roles[r])) {
            totals = 0;
        }
    }
    if (n == 1 || totals == 0 || totals > 2)
        return t->nrows;
    return totals == 2 || is_of_all(tables, n, last) ? last : t->nrows;
}
