#include "input/office/row_grounds.h"
#include "input/office/seen_colour.h"

static bool is_filled(const struct row_grounds *g, uint32_t ground)
{
    for (size_t i = 0; i < g->nfilled; i++) {
        if (g->filled[i] == ground)
            return true;
    }
    return false;
}

void ground_filled(struct row_grounds *g, uint32_t ground)
{
    if (g->nfilled < ROW_GROUNDS_MAX && seen_colour_tells(ground) &&
        !is_filled(g, ground))
        g->filled[g->nfilled++] = ground;
}

void ground_blank(struct row_grounds *g, uint32_t ground, uint32_t column)
{
    if (!seen_colour_tells(ground))
        return;
    if (g->nblank < ROW_GROUNDS_MAX) {
        g->blank[g->nblank].colour = ground;
        g->blank[g->nblank].column = column;
    }
    g->nblank += g->nblank <= ROW_GROUNDS_MAX;
}

void grounds_end(struct row_grounds *g, struct sheet *sheet, uint32_t row)
{
    for (size_t i = 0; g->nblank <= ROW_GROUNDS_MAX && i < g->nblank; i++) {
        if (!is_filled(g, g->blank[i].colour))
            sheet_add_coloured(sheet, row, g->blank[i].column);
    }
    g->nfilled = g->nblank = 0;
}
