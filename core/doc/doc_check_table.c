#include "core/doc/doc_check_table.h"

struct checked_grid {
    uint16_t *left; /* rows that a cell above still covers, by column */
    uint32_t columns;
    uint32_t headers;
    uint32_t rows;
    bool wrong;
};

static uint32_t span(uint16_t n)
{
    return n == 0 ? 1 : n;
}

/* Puts a cell into the first free columns; false when it does not fit. */
static bool place_cell(struct checked_grid *g, const struct doc_node *cell,
                       uint32_t *column)
{
    const uint32_t width = span(cell->u.cell.columns);

    while (*column < g->columns && g->left[*column] > 0)
        (*column)++;
    if (width > g->columns - *column)
        return false;
    for (uint32_t i = 0; i < width; i++) {
        if (g->left[*column + i] > 0)
            return false;
        g->left[*column + i] = (uint16_t)span(cell->u.cell.rows);
    }
    *column += width;
    return true;
}

static void check_row(struct checked_grid *g, const struct doc_node *row)
{
    uint32_t column = 0;

    for (const struct doc_node *cell = row->first; cell != NULL;
         cell = cell->next) {
        if (!place_cell(g, cell, &column))
            g->wrong = true;
        if (cell->u.cell.scope != SCOPE_NONE)
            g->headers++;
    }
    for (uint32_t i = 0; i < g->columns; i++) {
        if (g->left[i] == 0)
            g->wrong = true;
        else
            g->left[i]--;
    }
    g->rows++;
}

/* A span never leaves its row group: HTML would cut it there. */
static void check_group(struct checked_grid *g, const struct doc_node *group)
{
    for (const struct doc_node *row = group->first; row != NULL;
         row = row->next)
        check_row(g, row);
    for (uint32_t i = 0; i < g->columns; i++) {
        if (g->left[i] > 0)
            g->wrong = true;
    }
}

bool doc_check_table(const struct doc *d, const struct doc_node *table)
{
    const struct doc_table *t = table->u.table;
    struct checked_grid g = {.columns = t == NULL ? 0 : t->ncolumns};
    uint8_t level = GROUP_HEAD;
    uint32_t heads = 0;

    if (g.columns == 0)
        return false;
    g.left = arena_alloc(d->arena, g.columns, sizeof(*g.left));
    if (g.left == NULL)
        return true;
    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind != DOC_ROW_GROUP)
            continue;
        if (n->level < level || n->level > GROUP_FOOT || n->first == NULL)
            g.wrong = true;
        level = n->level;
        heads += level == GROUP_HEAD;
        check_group(&g, n);
    }
    return !g.wrong && g.headers > 0 && heads <= 1 && g.rows > 0;
}
