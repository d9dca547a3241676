/*
 * sheet_records.h - the rows of a range of a sheet as records (row_reader.h).
 *
 * A field has the number of its column, so that its place is the cell that a
 * person sees. Hidden rows are left out. A heading that is merged across
 * several columns is put before each heading below it: 2026/27, Budget.
 *
 * Ownership: the caller's struct; sheet_records_close() frees what it holds.
 */
#ifndef INPUT_OFFICE_SHEET_RECORDS_H
#define INPUT_OFFICE_SHEET_RECORDS_H

#include "input/office/sheet_reading.h"

MUST_CHECK enum status sheet_records_open(struct sheet_records *r,
                                          const struct sheet *sheet,
                                          const struct cell_range *range,
                                          enum hidden_cells hidden);

void sheet_records_close(struct sheet_records *r);

/* Findings about the hidden rows of the range that hold something. */
void sheet_records_say_hidden(struct sheet_records *r);

#endif
