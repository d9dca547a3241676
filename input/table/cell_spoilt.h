/*
 * cell_spoilt.h - what a spreadsheet made of something else when a file was
 * opened in it: 4.5E+11 of a long number, 04-May of 4-5.
 */
#ifndef INPUT_TABLE_CELL_SPOILT_H
#define INPUT_TABLE_CELL_SPOILT_H

#include "input/table/cell_faults.h"

/* Whether words of a cell may be such, or the like of what became it: they have
   to be looked at. */
bool cell_may_be_spoilt(struct str text);

/* Counts what TEXT, a cell of words, is. */
void cell_see_spoilt(const struct cell_reader *r, struct cell_column *column,
                     struct str text, struct place at);

#endif
