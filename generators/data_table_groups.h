/*
 * data_table_groups.h - where the names of a table's groups stand. For
 * data_table.c and data_table_head.c only.
 *
 * Ownership and failure: as for data_table.h.
 */
#ifndef GENERATORS_DATA_TABLE_GROUPS_H
#define GENERATORS_DATA_TABLE_GROUPS_H

#include "generators/data_table_parts.h"

/*
 * Whether a table of figures does without a column of groups: their names stand
 * across it, above their rows, and leave the width to the figures. Only where
 * the group comes first and the name of the row after it, and every row can
 * still say what it is.
 */
bool table_groups_suit_rows(const struct data_table *m, const size_t *order,
                            size_t norder);

/* What heads the names of rows below groups: both headings, in the phrase that
   the wording has for that, or one after the other. */
struct str table_groups_heading(const struct generator_in *in, struct arena *a,
                                struct str group, struct str name);

#endif
