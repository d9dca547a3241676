#include "output/layout/table_grid.h"
#include "core/base/mem.h"

#include <string.h>

bool table_grid_init(struct table_grid *g, uint32_t ncolumns)
{
    *g = (struct table_grid){.ncolumns = ncolumns};
    g->busy = mem_zalloc(ncolumns, sizeof(*g->busy));
    return g->busy != NULL;
}

void table_grid_free(struct table_grid *g)
{
    mem_free(g->busy);
}

void table_grid_group(struct table_grid *g)
{
    memset(g->busy, 0, g->ncolumns * sizeof(*g->busy));
}

void table_grid_row(struct table_grid *g)
{
    g->next = 0;
    for (uint32_t i = 0; i < g->ncolumns; i++) {
        if (g->busy[i] > 0)
            g->busy[i]--;
    }
}

bool table_grid_cell(struct table_grid *g, const struct doc_node *cell,
                     uint32_t *column, uint32_t *span)
{
    const uint32_t rows = cell->u.cell.rows == 0 ? 1 : cell->u.cell.rows;
    const uint32_t columns =
        cell->u.cell.columns == 0 ? 1 : cell->u.cell.columns;

    while (g->next < g->ncolumns && g->busy[g->next] > 0)
        g->next++;
    if (g->next == g->ncolumns)
        return false;
    *column = g->next;
    *span = 0;
    while (*span < columns && g->next < g->ncolumns && g->busy[g->next] == 0) {
        g->busy[g->next++] = rows;
        ++*span;
    }
    return true;
}
