/*
 * title_days.h - lines above a table that name a day on which something else
 * happened than its figures are of: a file was printed, a budget approved. For
 * input/table/ only.
 */
#ifndef INPUT_TABLE_TITLE_DAYS_H
#define INPUT_TABLE_TITLE_DAYS_H

#include "input/table/table_parts.h"

/* TEXT, a line above the table, without what it says of such a day. That on
   which the file was made is kept. */
struct str title_of_figures(struct table_reading *r, struct str text,
                            struct place at);

/* Says where the file was made too early for the figures that it is said to
   have. */
void title_doubt_made(const struct table_reading *r);

#endif
