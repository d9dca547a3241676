/*
 * table_across.h - a table of data whose rows stand across: options as
 * columns. For generators/ alone.
 */
#ifndef GENERATORS_TABLE_ACROSS_H
#define GENERATORS_TABLE_ACROSS_H

#include "generators/data_table.h"

/* Turns M, whose rows are there and which has not ended. One whose cells are
   not one to one, or whose rows have no names, stays, with a finding. */
void table_across(struct data_table *m);

#endif
