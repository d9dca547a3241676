/*
 * html_grid.h - which columns the cells of a table's rows take.
 */
#ifndef OUTPUT_HTML_HTML_GRID_H
#define OUTPUT_HTML_HTML_GRID_H

#include "core/doc/doc.h"

#define HTML_HEADED_MOST 256 /* columns whose words are looked for */
#define HTML_COLUMNS_MOST 40 /* of a table that is laid out anew */

struct html_grid {
    uint32_t ncolumns;               /* HTML_HEADED_MOST at most */
    uint32_t next;                   /* of the row at hand */
    uint32_t left[HTML_HEADED_MOST]; /* rows that a cell above still covers */
};

struct html_grid html_grid(const struct doc_node *table);
void html_grid_row(struct html_grid *g);

/* The column of CELL, and behind it the next that is free; false: the row is
   longer than its table. */
bool html_grid_take(struct html_grid *g, const struct doc_node *cell,
                    uint32_t *column);

#endif
