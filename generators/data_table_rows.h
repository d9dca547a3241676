/*
 * data_table_rows.h - the rows of a table of data, between its head and its
 * foot: groups, totals, the cell that heads each.
 *
 * For generators/ alone. Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_DATA_TABLE_ROWS_H
#define GENERATORS_DATA_TABLE_ROWS_H

#include "generators/data_table.h"

/* All rows, in the order of the data. M has begun. */
void data_table_rows(struct data_table *m);

/* A whole table: begun, with its rows, ended. */
void data_table_add(const struct generator_in *in, struct doc *d,
                    struct doc_node *section, const struct table_form *form);

#endif
