/*
 * data_table_head.h - the headings of a table of data.
 *
 * For the files of data_table. Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_DATA_TABLE_HEAD_H
#define GENERATORS_DATA_TABLE_HEAD_H

#include "generators/cell.h"

struct data_table_head {
    const struct generator_in *in;
    struct doc *d;
    const struct table *table;
    const struct printed_column *columns;
    uint32_t ncolumns;
    size_t group;          /* whose names stand across the table; or the
                              table's ncolumns */
    uint8_t zeros;         /* of the one unit that all its money is in */
    struct doc_node *node; /* the table */
};

/* Its title, what stands over several columns, and the heading of each. */
void table_head_add(const struct data_table_head *m);

/* A cell of ROW over all columns that heads what is below it. */
struct doc_node *table_wide_cell(struct doc *d, struct doc_node *row,
                                 enum doc_scope scope, struct str text,
                                 uint32_t ncolumns);

#endif
