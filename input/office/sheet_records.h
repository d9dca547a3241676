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

#include "input/office/sheet.h"

struct sheet_records {
    struct row_reader reader;
    const struct sheet *sheet;
    struct cell_range range;
    enum hidden_cells hidden;
    struct str *above;   /* headings of the row above, by column */
    size_t next;         /* index of the first cell that is not read yet */
    uint32_t struck_row; /* that was said to be */
    uint32_t *said;      /* faults that were said of a column as a whole, a bit
                            each, by column; NULL: none was */
    uint32_t asked;      /* the row of which facts were wanted last */
    size_t asked_at;     /* index of its first cell */
    bool met_figure;     /* headings are behind */
    size_t most_filled;  /* columns of a record, until a figure was met */
};

MUST_CHECK enum status sheet_records_open(struct sheet_records *r,
                                          const struct sheet *sheet,
                                          const struct cell_range *range,
                                          enum hidden_cells hidden);

void sheet_records_close(struct sheet_records *r);

/* Findings about the hidden rows of the range that hold something. */
void sheet_records_say_hidden(struct sheet_records *r);

#endif
