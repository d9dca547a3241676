/*
 * workbook_in.h - a table of a workbook (.xlsx, .xlsm, .ods) into a typed
 * table of its kind (table_in.h).
 *
 * Which sheet and which cells, its data element says: a sheet by its name, a
 * range as A5:N30, or the name that a table or a range has in the workbook.
 * Without them it is the one table that there is; where there are several, a
 * finding has the ranges to copy. Nothing else of the workbook is kept: no
 * other sheet, no hidden row, no comment, no address.
 *
 * Ownership: the table and its texts belong to the arena.
 * Failure: as table_in().
 */
#ifndef INPUT_OFFICE_WORKBOOK_IN_H
#define INPUT_OFFICE_WORKBOOK_IN_H

#include "core/model/report.h"
#include "input/table/table_in.h"

struct workbook_request {
    struct str sheet; /* empty: not said */
    struct str range; /* likewise */
    enum hidden_cells hidden;
    struct place sheet_at;
    struct place range_at;
};

/* Whether a file of this name is read as a workbook. */
bool workbook_is_name(const char *file);

/* SOURCE is SOURCE_BYTES. */
MUST_CHECK enum status workbook_in(struct arena *arena,
                                   const struct source *source,
                                   const struct workbook_request *request,
                                   const struct table_options *options,
                                   struct findings *findings,
                                   const struct table **table);

#endif
