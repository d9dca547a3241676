/*
 * table.h - a table on its way to strips. For output/layout/table*.c only.
 *
 * Lengths are those of maker.h. The struct and its edges live in the
 * layout's arena, because strips of rows point to it until they are placed.
 */
#ifndef OUTPUT_LAYOUT_TABLE_H
#define OUTPUT_LAYOUT_TABLE_H

#include "output/layout/maker.h"

struct table_run {
    struct maker *m;
    const struct doc_node *node;
    const struct doc_column *columns;
    uint32_t ncolumns;
    int32_t *edges; /* x of the columns' left edges and the last right edge */
    struct text_style style;
    int32_t padding; /* left and right of a cell's content */
    int32_t padding_above;
    bool landscape;
    struct strips repeat; /* caption and head for a new page */
    int32_t repeat_height;
    int32_t row_limit; /* a taller row is split */
};

/* Which column each cell of a row begins in, after spans. */
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

struct text_style table_cell_style(const struct table_run *t,
                                   const struct doc_node *cell,
                                   uint32_t column);

/*
 * Chooses left edge, size of type, orientation and the columns' edges from
 * the content of every row: table_widths.c. False: the table cannot be set,
 * and a finding says so.
 */
bool table_fit(struct table_run *t, const struct flow *f);

/* All rows of GROUP as strips into F: table_rows.c. */
void table_rows(struct table_run *t, struct flow *f,
                const struct doc_node *group);

#endif
