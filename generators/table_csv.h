/*
 * table_csv.h - a table as the CSV file that travels with a report.
 *
 * It is made from what was read and is wanted, never from the file as it came:
 * UTF-8, the headings in line 1, fields parted by commas, lines ended by CRLF
 * (RFC 4180). Figures are plain (1234.50, whole sums of money), dates as
 * 2012-10-05, choices as their kind writes them; all else is as it was typed.
 * Words that a spreadsheet would take for a formula have an apostrophe before
 * them.
 *
 * Ownership: the arena. Failure: sticks in the arena; the text is then empty.
 */
#ifndef GENERATORS_TABLE_CSV_H
#define GENERATORS_TABLE_CSV_H

#include "core/base/arena.h"
#include "core/model/report.h"

struct str table_csv(struct arena *a, const struct table *t);

#endif
