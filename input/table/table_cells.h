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

#include "core/finding/finding.h"
#include "core/model/report.h"
#include "core/value/wording.h"
#include "input/prose/prose_in.h"

struct cell_reader {
    struct arena *arena;
    struct findings *findings;
    const struct wording *wording;
    const struct prose_options *prose;
    bool state_begins[256]; /* what a word for a state can begin with */
};

void cell_reader_init(struct cell_reader *reader, struct arena *arena,
                      const struct wording *wording,
                      const struct prose_options *prose,
                      struct findings *findings);

/* COLUMN is NULL for an extra column: text. AT is the cell's place. */
void cell_read(const struct cell_reader *reader,
               const struct kind_column *column, struct str text,
               struct place at, struct cell *cell);

#endif
