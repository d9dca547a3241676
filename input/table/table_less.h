/*
 * table_less.h - rows that are taken from those above them, though typed above
 * nought. For input/table/ only.
 */
#ifndef INPUT_TABLE_TABLE_LESS_H
#define INPUT_TABLE_TABLE_LESS_H

#include "input/table/table_parts.h"

/* What LABEL says behind a word for such rows; or LABEL. */
struct str less_what(const struct table_reading *r, struct str label);

/* Is given each row, of ROLE, before it is counted. */
void less_see(struct table_reading *r, const struct cell *row,
              enum row_role role, struct str label);

/* Whether sums may take ROW away: a deduction, or what may become one. */
bool less_takes(const struct table_reading *r, size_t row);

/* Once all sums are known: gives such rows their role, and says which. */
void less_settle(struct table_reading *r);

#endif
