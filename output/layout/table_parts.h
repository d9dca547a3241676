/*
 * table_parts.h - a table on its way to boxes. For output/layout/table*.c
 * only.
 *
 * Lengths are those of layout_parts.h. The struct and its edges live in the
 * layout's arena, because boxes of rows point to its head until they are
 * placed.
 */
#ifndef OUTPUT_LAYOUT_TABLE_PARTS_H
#define OUTPUT_LAYOUT_TABLE_PARTS_H

#include "output/layout/layout_parts.h"
#include "output/layout/table_grid.h"

struct table_layout {
    struct layout_parts *m;
    const struct doc_node *node;
    const struct doc_column *columns;
    uint32_t ncolumns;
    int32_t *edges; /* x of the columns' left edges and the last right edge */
    struct text_style style;
    int32_t padding; /* left and right of a cell's content */
    int32_t padding_above;
    bool landscape;
    struct page_repeat repeat; /* its caption and head */
    int32_t row_limit;         /* a taller row is split */
};

struct text_style table_cell_style(const struct table_layout *t,
                                   const struct doc_node *cell,
                                   uint32_t column);

/*
 * Chooses left edge, size of type, orientation and the columns' edges from
 * the content of every row: table_widths.c. False: the table cannot be set,
 * and a finding says so.
 */
bool table_fit(struct table_layout *t, const struct flow *f);

/* All rows of GROUP as boxes into F: table_rows.c. */
void table_rows(struct table_layout *t, struct flow *f,
                const struct doc_node *group);

#endif
