/*
 * table_memo.h - rows that are told beside the others. For input/table/ only.
 */
#ifndef INPUT_TABLE_TABLE_MEMO_H
#define INPUT_TABLE_TABLE_MEMO_H

#include "input/table/table_parts.h"

/* What the record at hand is, called LABEL, where it is in no sum: ROW_ENTRY
   where it has no percentages of the amounts above it. */
enum row_role percent_role(struct table_reading *r, struct str label);

/* The same: ROW_ENTRY where LABEL begins with no word for such rows. */
enum row_role memo_role(struct table_reading *r, struct str label);

/* Says which rows are in no sum, and why. */
void memos_end(const struct table_reading *r);

#endif
