/*
 * table_grid.h - which column each cell of a row begins in, after spans.
 *
 * Ownership: table_grid_free() in any case.
 */
#ifndef OUTPUT_LAYOUT_TABLE_GRID_H
#define OUTPUT_LAYOUT_TABLE_GRID_H

#include "core/doc/doc.h"

#include <stdbool.h>
#include <stdint.h>

struct table_grid {
    uint32_t *busy; /* rows that each column is taken for, this one included */
    uint32_t ncolumns;
    uint32_t next;
};

MUST_CHECK bool table_grid_init(struct table_grid *g, uint32_t ncolumns);
void table_grid_free(struct table_grid *g);
void table_grid_group(struct table_grid *g); /* spans end with their group */
void table_grid_row(struct table_grid *g);
/* The column of CELL, and how many it spans; false: there is no room. */
bool table_grid_cell(struct table_grid *g, const struct doc_node *cell,
                     uint32_t *column, uint32_t *span);

#endif
