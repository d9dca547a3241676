/*
 * rows_in_field.h - rows that a quotation mark too many has made part of a
 * cell.
 *
 * Ownership: none.
 */
#ifndef INPUT_TABLE_ROWS_IN_FIELD_H
#define INPUT_TABLE_ROWS_IN_FIELD_H

#include "core/base/str.h"

#include <stdbool.h>

/* Whether a line of TEXT, a field of a row of WIDTH columns, has as many fields
   as a row. The line before the first end is a row's in its FIRST field alone:
   in others it is the rest of one. */
bool holds_rows(struct str text, bool first, char delimiter, size_t width);

#endif
