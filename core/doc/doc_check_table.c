#include "core/doc/doc_check_table.h"
#include "core/doc/table_grid.h"

struct table_check {
    struct table_grid grid;
    uint32_t headers;
    uint32_t rows;
    bool wrong;
};

/* Every cell has the room that it spans, and every column a cell. */
static void check_row(struct table_check *t, const struct doc_node *row)
{
    table_grid_row(&t->grid);
    for (const struct doc_node *cell = row->first; cell != NULL;
         cell = cell->next) {
        const uint32_t columns = cell->u.cell.columns;
        uint32_t column, span;

        if (!table_grid_cell(&t->grid, cell, &column, &span) ||
            span != (columns == 0 ? 1 : columns))
            t->wrong = true;
        if (cell->u.cell.scope != SCOPE_NONE)
            t->headers++;
    }
    t->wrong = t->wrong || !table_grid_is_full(&t->grid);
    t->rows++;
}

/* A span never leaves its row group: HTML would cut it there. */
static void check_group(struct table_check *t, const struct doc_node *group)
{
    table_grid_group(&t->grid);
    for (const struct doc_node *row = group->first; row != NULL;
         row = row->next)
        check_row(t, row);
    for (uint32_t i = 0; i < t->grid.ncolumns; i++)
        t->wrong = t->wrong || t->grid.busy[i] > 1;
}

bool doc_check_table(const struct doc *d, const struct doc_node *table)
{
    const struct doc_table *t = table->u.table;
    struct table_check check = {.wrong = false};
    uint32_t *busy;
    uint8_t level = GROUP_HEAD;
    uint32_t heads = 0;

    if (t == NULL || t->ncolumns == 0)
        return false;
    busy = arena_alloc(d->arena, t->ncolumns, sizeof(*busy));
    if (busy == NULL)
        return true;
    check.grid = table_grid_on(busy, t->ncolumns);
    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind != DOC_ROW_GROUP)
            continue;
        if (n->level < level || n->level > GROUP_FOOT || n->first == NULL)
            check.wrong = true;
        level = n->level;
        heads += level == GROUP_HEAD;
        check_group(&check, n);
    }
    return !check.wrong && check.headers > 0 && heads <= 1 && check.rows > 0;
}
