/*
 * csv_in.h - a CSV file into a typed table of its kind (table_in.h).
 *
 * Through libcsv (strict, strict-fini), one physical line at a time, so that
 * every cell knows its record and field. Comma, semicolon or tab, whichever
 * separates the headings; CRLF, LF or CR; quoted newlines; blank rows are
 * passed over. In a place of the file `line` is the record, counted from 1
 * with blank ones as a spreadsheet counts rows, `column` the field.
 */
#ifndef INPUT_CSV_CSV_IN_H
#define INPUT_CSV_CSV_IN_H

#include "input/table/table_in.h"

/* SOURCE's delimiter is set before anything is found in it. */
MUST_CHECK enum status csv_in(struct arena *arena, struct source *source,
                              const struct table_options *options,
                              struct findings *findings,
                              const struct table **table);

#endif
