#include "output/html/html_grid.h"

struct html_grid html_grid(const struct doc_node *table)
{
    return (struct html_grid){.ncolumns = table->u.table->ncolumns};
}

void html_grid_row(struct html_grid *g)
{
    g->next = 0;
    for (uint32_t i = 0; i < g->ncolumns; i++)
        g->left[i] -= g->left[i] > 0;
}

bool html_grid_take(struct html_grid *g, const struct doc_node *cell,
                    uint32_t *column)
{
    const uint32_t span = cell->u.cell.columns > 1 ? cell->u.cell.columns : 1;

    while (g->next < g->ncolumns && g->left[g->next] > 0)
        g->next++;
    *column = g->next;
    if (span > g->ncolumns - g->next)
        return false;
    for (uint32_t i = 0; i < span; i++)
        g->left[g->next++] = cell->u.cell.rows > 1 ? cell->u.cell.rows : 1;
    return true;
}
