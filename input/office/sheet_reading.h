/*
 * sheet_reading.h - where the reading of a range of a sheet stands. For
 * sheet_records.c and sheet_faults.c alone.
 */
#ifndef INPUT_OFFICE_SHEET_READING_H
#define INPUT_OFFICE_SHEET_READING_H

#include "input/office/sheet.h"

struct sheet_records {
    struct row_reader reader;
    const struct sheet *sheet;
    struct cell_range range;
    enum hidden_cells hidden;
    struct str *above;   /* headings of the row above, by column */
    size_t next;         /* index of the first cell that is not read yet */
    uint32_t struck_row; /* that was said to be */
    bool year_said;      /* that a heading shows none */
    uint32_t *said;      /* faults that were said of a column as a whole, a bit
                            each, by column; NULL: none was */
    uint32_t asked;      /* the row of which facts were wanted last */
    size_t asked_at;     /* index of its first cell */
    bool leaves_out;     /* some cells of the range may be hidden */
    bool met_figure;     /* headings are behind */
    size_t most_filled;  /* columns of a record, until a figure was met */
};

#endif
