/*
 * table_cluster.h - the rows of a table on their way to boxes. For
 * table_rows.c, table_whole.c, table_split.c and table_rules.c only.
 *
 *   table_rows.c    gathers rows that spans hold together, in order
 *   table_whole.c   rows that fit on a page -> one box
 *   table_split.c   rows that are taller than a page -> a box a line
 *   table_rules.c   grounds and rules
 *
 * Ownership: a cluster's memory is table_rows()'s scratch memory; its boxes
 * are the layout's. Failure: sticks in the layout's arena.
 */
#ifndef OUTPUT_LAYOUT_TABLE_CLUSTER_H
#define OUTPUT_LAYOUT_TABLE_CLUSTER_H

#include "output/layout/table_parts.h"

#define ROWS_LEAST                                                             \
    3 /* rows, or lines of one, on either side of the end of a                 \
         page */

/* A cell of the rows at hand. */
struct cell_box {
    const struct doc_node *cell;
    uint32_t row; /* among the rows at hand */
    uint32_t rows;
    uint32_t column;
    uint32_t columns;
    int32_t height; /* with what is above and below its content */
    int32_t top;    /* below that of its row */
    int32_t beside; /* how high its row is without what stands below it */
    int32_t under;  /* of the head of the names of rows: how high the heads are
                       that stand right below it */
    bool below;     /* it stands below the other cells of its row; */
    bool stacked;   /* or right below that head */
    struct boxes lines;
};

/* Rows that spans hold together: most often one. */
struct cluster {
    const struct doc_node **nodes;
    int32_t *heights;
    size_t nrows, nodes_capacity, heights_capacity;
    struct cell_box *cells;
    size_t ncells, cells_capacity;
    struct cell_box **open; /* by column: the cell that is being split */
    size_t open_capacity;
};

/* Keeps c->open: the cell that each column of ROW belongs to. *NEXT is the
   first cell that begins in it or later. */
void cluster_open_row(const struct table_layout *t, struct cluster *c,
                      size_t row, size_t *next);

/* The row that comes next, of this group or another; or NULL. */
const struct doc_node *table_row_after(const struct doc_node *row);
/* The ground of ROW, where the house has one there. */
void table_shade(struct table_layout *t, struct box *s,
                 const struct doc_node *row, int32_t y, int32_t height);
/* The rule at Y between a row and the next, except across cells that span
   both. */
void table_rule(struct table_layout *t, struct cluster *c, struct box *s,
                size_t row, int32_t y);

/* How high each row must be. What a spanning cell lacks, its last row gets.
   False: there is no memory. */
bool cluster_heights(struct table_layout *t, struct cluster *c,
                     int64_t *height);
void cluster_whole(struct table_layout *t, struct flow *f, struct cluster *c,
                   int32_t height, enum keep keep);
/* With a finding: rows that are split may surprise. */
void cluster_split(struct table_layout *t, struct flow *f, struct cluster *c,
                   enum keep keep);

#endif
