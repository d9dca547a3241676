/*
 * table_in.h - the records of any form of data into a typed table of its kind.
 *
 * Columns are matched by name through the kind's aliases; trailing blank
 * columns are passed over. A cell that must be filled may be blank in totals,
 * sub-totals and the rows that only name a group. Keys are unique among plain
 * rows, or among those of one group, whose name is carried down over blank
 * cells.
 *
 * Ownership: the table belongs to the arena; its texts are parts of the
 * source's text or the arena's.
 * Failure: ST_DATA or ST_LIMIT with findings. *table is then NULL when a
 * required column is missing or the data could not be read to its end, and
 * otherwise a table in which bad cells are CELL_BAD and ragged rows are
 * missing, good enough to look for further faults.
 */
#ifndef INPUT_TABLE_TABLE_IN_H
#define INPUT_TABLE_TABLE_IN_H

#include "core/model/report.h"
#include "input/table/row_reader.h"
#include "input/table/table_options.h"

/* READER has just been opened; the caller closes it. */
MUST_CHECK enum status table_in(struct arena *arena, struct row_reader *reader,
                                const struct table_options *options,
                                struct findings *findings,
                                const struct table **table);

#endif
