/*
 * cell_states.h - what may stand in a cell in place of its figure, date or
 * choice: a dash, nil, n/a, TBC, the marker of a statistician, a bound.
 */
#ifndef INPUT_TABLE_CELL_STATES_H
#define INPUT_TABLE_CELL_STATES_H

#include "input/table/cell_faults.h"

/* By the wording of READER: with which letters words for states begin. */
void cell_states_init(struct cell_reader *reader);

/* Whether TEXT is a state, or is printed as typed: CELL has it then. */
bool cell_is_state(const struct cell_reader *r,
                   const struct cell_column *column, struct str text,
                   struct cell *cell);

/* The sign of the currency alone, or with a dash: CELL is blank, or a dash. */
bool cell_is_empty_money(const struct cell_reader *r, struct str text,
                         struct cell *cell);

#endif
