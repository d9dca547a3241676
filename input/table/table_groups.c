/*
 * In which group a row stands, where a column names groups: the name stands for
 * the rows below it, down to a total or the group's last sub-total.
 */
#include "input/table/table_parts.h"

static bool names_group(const struct table_reading *r, size_t row)
{
    return r->group_column < r->columns.count &&
           r->cells[row * r->columns.count + r->group_column].state !=
               CELL_BLANK &&
           r->roles[row] != ROW_SUB_TOTAL && r->roles[row] != ROW_INNER_TOTAL;
}

static bool is_total(const struct table_reading *r, size_t row)
{
    return r->roles[row] == ROW_TOTAL || r->roles[row] == ROW_BLOCK_TOTAL;
}

void table_last_sub_totals(const struct table_reading *r, uint32_t *last)
{
    bool follows = false;

    for (size_t i = r->nrows; i > 0; i--) {
        const bool is_sub_total = r->roles[i - 1] == ROW_SUB_TOTAL;

        last[i - 1] = is_sub_total && !follows;
        follows = (follows || is_sub_total) && !names_group(r, i - 1) &&
                  !is_total(r, i - 1);
    }
}

const uint32_t *table_group_rows(const struct table_reading *r)
{
    uint32_t *rows = NULL;
    uint32_t named = UINT32_MAX;

    if (r->group_column >= r->columns.count || r->nrows >= UINT32_MAX)
        return NULL;
    rows = arena_alloc(r->arena, r->nrows, sizeof(*rows));
    if (rows == NULL)
        return NULL;
    table_last_sub_totals(r, rows);
    for (size_t i = 0; i < r->nrows; i++) {
        const bool ends = rows[i] != 0;

        if (is_total(r, i))
            named = UINT32_MAX;
        else if (names_group(r, i))
            named = (uint32_t)i;
        rows[i] = named == UINT32_MAX ? (uint32_t)i : named;
        if (ends)
            named = UINT32_MAX;
    }
    return rows;
}
