#include "input/table/table_parts.h"

/*
 * A row of figures with one text may be a total that goes by a name which its
 * kind does not know, and stand in a column of dates or choices, and one with
 * none may be a total without a name: whether it is one is known once all rows
 * are read. Until then nothing is said of its cells
 * that is wrong in an entry alone.
 */
struct late_row {
    size_t row;
    size_t column; /* of its text */
};

size_t late_column(const struct table_reading *r, enum row_role role)
{
    size_t only = r->columns.count;
    size_t first = r->columns.count; /* of a row without any words */
    bool figures = false;

    if (role != ROW_ENTRY || r->line != 0)
        return r->columns.count;
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        if (first == r->columns.count && !table_is_figure(column))
            first = c;
        if (table_field(r, column->field).len == 0)
            continue;
        if (table_is_figure(column))
            figures = true;
        else if (only == r->columns.count)
            only = c;
        else
            return r->columns.count;
    }
    if (!figures)
        return r->columns.count;
    return only < r->columns.count ? only : first;
}

/* Whether something would be said of ROW if it is an entry. */
static bool is_doubtful(const struct table_reading *r, const struct cell *row,
                        size_t column)
{
    if (row[column].state == CELL_WORDS)
        return true;
    for (size_t c = 0; c < r->columns.count; c++) {
        const struct kind_column *kind = r->columns.list[c].kind;

        if (kind != NULL && kind->filled && row[c].state == CELL_BLANK)
            return true;
    }
    return false;
}

bool late_see_row(struct table_reading *r, const struct cell *row,
                  size_t column)
{
    struct late_row *late;

    if (column == r->columns.count || !is_doubtful(r, row, column))
        return false;
    if (r->late.size == 0)
        r->late = list_of(r->arena, sizeof(*late));
    late = list_add(&r->late);
    if (late != NULL)
        *late = (struct late_row){r->nrows, column};
    return true;
}

void late_settle(struct table_reading *r)
{
    const struct late_row *late = r->late.items;

    for (size_t i = 0; i < r->late.count; i++) {
        const size_t row = late[i].row;
        const size_t c = late[i].column;
        struct cell *cell = &r->cells[row * r->columns.count + c];
        const uint8_t marked = cell->marked;

        if (r->roles[row] != ROW_ENTRY)
            continue;
        (void)table_check_filled(r, row);
        if (cell->state != CELL_WORDS)
            continue;
        r->cell_columns[c].takes_words = false;
        cell_read(&r->cell_reader, &r->cell_columns[c], cell_as_typed(cell),
                  table_spot(r, row, c), cell);
        cell->marked = marked;
    }
}
