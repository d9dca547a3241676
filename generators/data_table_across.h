/*
 * data_table_across.h - a table whose rows become columns. For data_table*.c
 * only.
 *
 * Ownership and failure: as for data_table.h.
 */
#ifndef GENERATORS_DATA_TABLE_ACROSS_H
#define GENERATORS_DATA_TABLE_ACROSS_H

#include "generators/data_table_parts.h"

/* The column that says which one row is recommended, where rows become columns
   and the head says it; else the table's ncolumns. */
size_t table_across_chosen(const struct data_table *m);

/*
 * Exchanges the rows and columns of the finished table where that is asked for,
 * or where five rows or fewer have more columns than an upright page has room
 * for: each row is then a column, under its name. Rows that are totals, groups
 * or drawn cannot: a finding where it is asked for.
 */
void table_across(struct data_table *m);

#endif
