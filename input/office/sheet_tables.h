/*
 * sheet_tables.h - where the tables of a sheet stand, when nobody says it.
 *
 * Blank rows and columns part a sheet into blocks, but tables have blank rows
 * too. So a block is a table of its own when it begins with a row of headings:
 * words alone, in two columns or more, with figures or dates below them or
 * with the headings of the wanted kind. What has none (titles above, rows
 * behind a blank one, notes below) belongs to the table beside it. A sheet
 * without any has the headings of the wanted kind, with no rows yet, or none.
 *
 * Ownership: the arena. Failure: sticks in the arena.
 */
#ifndef INPUT_OFFICE_SHEET_TABLES_H
#define INPUT_OFFICE_SHEET_TABLES_H

#include "input/office/sheet.h"

struct sheet_table {
    struct cell_range shown; /* from its headings on, without notes */
    struct cell_range read;  /* with the titles above and the notes below */
    uint32_t top;            /* the first row, with the titles right above */
    bool fits;  /* its headings are those of the kind that is wanted */
    bool empty; /* and nothing stands below them but a note */
};

/* struct sheet_table, from the top and the left. */
struct list sheet_tables(const struct sheet *s,
                         const struct table_options *options);

/* The last row, and the last column, of the table of which a person chose the
   cells R: those of R where no row of figures (of words, where R ends with
   such) goes on right below them, and no heading beside its headings. A total
   below them is the last row. */
uint32_t sheet_goes_on_below(const struct sheet *s, const struct cell_range *r,
                             const struct wording *wording);
uint32_t sheet_goes_on_beside(const struct sheet *s,
                              const struct cell_range *r);

#endif
