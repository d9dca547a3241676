#include "core/doc/table_grid.h"
#include "core/base/mem.h"

#include <string.h>

bool table_grid_init(struct table_grid *g, uint32_t ncolumns)
{
    *g = (struct table_grid){.ncolumns = ncolumns};
    g->busy = mem_zalloc(ncolumns, sizeof(*g->busy));
    return g->busy != NULL;
}

struct table_grid table_grid_on(uint32_t *busy, uint32_t ncolumns)
{
    return (struct table_grid){.busy = busy, .ncolumns = ncolumns};
}

void table_grid_free(struct table_grid *g)
{
    mem_free(g->busy);
}

void table_grid_group(struct table_grid *g)
{
    if (g->covers > 0)
        memset(g->busy, 0, g->ncolumns * sizeof(*g->busy));
    g->covers = 0;
}

static void skip_covered(struct table_grid *g)
{
    while (g->covers > 0 && g->next < g->ncolumns && g->busy[g->next] > 0)
        g->next++;
}

void table_grid_row(struct table_grid *g)
{
    for (uint32_t i = 0; g->covers > 0 && i < g->ncolumns; i++) {
        if (g->busy[i] > 0 && --g->busy[i] == 0)
            g->covers--;
    }
    g->next = 0;
    skip_covered(g);
}

bool table_grid_is_full(const struct table_grid *g)
{
    return g->next == g->ncolumns;
}

bool table_grid_cell(struct table_grid *g, const struct doc_node *cell,
                     uint32_t *column, uint32_t *span)
{
    const uint32_t columns =
        cell->u.cell.columns == 0 ? 1 : cell->u.cell.columns;

    if (table_grid_is_full(g))
        return false;
    *column = g->next;
    *span = 0;
    while (*span < columns && g->next < g->ncolumns && g->busy[g->next] == 0) {
        if (cell->u.cell.rows > 1) {
            g->busy[g->next] = cell->u.cell.rows;
            g->covers++;
        }
        g->next++;
        ++*span;
    }
    skip_covered(g);
    return true;
}
