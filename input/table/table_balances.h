/*
 * table_balances.h - rows that are balances by names that the kind may not
 * have. For input/table/ only.
 */
#ifndef INPUT_TABLE_TABLE_BALANCES_H
#define INPUT_TABLE_TABLE_BALANCES_H

#include "input/table/table_parts.h"

/* Lists the words for them. */
void balances_begin(struct table_reading *r);

/* ROW_ENTRY where LABEL names none, else `line` is the kind's for such. */
enum row_role balances_role(struct table_reading *r, struct str label);

/* Says which rows are so though the kind has none. */
void balances_end(const struct table_reading *r);

#endif
