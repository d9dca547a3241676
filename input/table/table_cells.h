/*
 * table_cells.h - a typed value from the text of a cell (table_in.c), or of a
 * named value.
 *
 * Ownership: the cell's text stays where it is; what a type needs beyond the
 * cell (prose, timeline words) belongs to the arena.
 * Failure: a finding, and the cell is CELL_BAD.
 */
#ifndef INPUT_TABLE_TABLE_CELLS_H
#define INPUT_TABLE_TABLE_CELLS_H

#include "input/table/cell_faults.h"

void cell_reader_init(struct cell_reader *reader, struct arena *arena,
                      const struct wording *wording,
                      const struct prose_options *prose,
                      struct findings *findings);

/* AT is the cell's place. */
void cell_read(const struct cell_reader *reader, struct cell_column *column,
               struct str text, struct place at, struct cell *cell);

/* The same of what most figures are, and nothing is to be said of: digits that
   are not nought, in a COLUMN of numbers or of money without a unit, from a
   form that knows no more of them. False: cell_read() reads it. */
bool cell_read_plain(struct cell_column *column, struct str text,
                     struct cell *cell);

/* Says what was counted: all cells of COLUMN are read. */
void cell_column_end(const struct cell_reader *reader,
                     const struct cell_column *column);

#endif
