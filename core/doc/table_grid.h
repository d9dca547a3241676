/*
 * table_grid.h - which column each cell of a row begins in, after spans.
 *
 * Ownership: after table_grid_init() table_grid_free() in any case; what
 * table_grid_on() is given stays the caller's.
 */
#ifndef CORE_DOC_TABLE_GRID_H
#define CORE_DOC_TABLE_GRID_H

#include "core/doc/doc.h"

#include <stdbool.h>
#include <stdint.h>

struct table_grid {
    uint32_t *busy;  /* by column: rows that a cell over several takes, this one
                        included; 0: none does */
    uint32_t covers; /* columns that are */
    uint32_t ncolumns;
    uint32_t next; /* the first free one behind the last cell; ncolumns: none */
};

MUST_CHECK bool table_grid_init(struct table_grid *g, uint32_t ncolumns);
void table_grid_free(struct table_grid *g);

/* BUSY: as many as there are columns, all 0. */
struct table_grid table_grid_on(uint32_t *busy, uint32_t ncolumns);

void table_grid_group(struct table_grid *g); /* spans end with their group */
void table_grid_row(struct table_grid *g);   /* before its first cell */

/* Whether no column of the row is left. */
bool table_grid_is_full(const struct table_grid *g);

/* The column of CELL, and how many it takes: as many as it spans, or as are
   free beside each other. False: none is, and both are as they were. */
bool table_grid_cell(struct table_grid *g, const struct doc_node *cell,
                     uint32_t *column, uint32_t *span);

#endif
