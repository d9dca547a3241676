/*
 * sheet_faults.h - what is wrong with the cells of a sheet that are read.
 *
 * A fault is said at its cell; where a column has many of one kind, at the
 * first of them, with how many follow.
 *
 * Ownership: none. Failure: sticks in the sheet's arena.
 */
#ifndef INPUT_OFFICE_SHEET_FAULTS_H
#define INPUT_OFFICE_SHEET_FAULTS_H

#include "input/office/sheet_reading.h"

/* CELL_FINE where what is wrong with C was asked for. */
enum cell_fault sheet_fault_of(const struct sheet_records *r,
                               const struct sheet_cell *c);

/* Of the cell C, which has a fault and is of a row that is read. */
void sheet_fault_say(struct sheet_records *r, const struct sheet_cell *c);

/* Of the cell C, where it is a link. */
void sheet_fault_say_link(struct sheet_records *r, const struct sheet_cell *c);

/* Of the cell there, in which nothing stands. */
void sheet_fault_say_blank(struct sheet_records *r, uint32_t row,
                           uint32_t column);

/* Findings about the words of a cell that is in no row: a heading, a note. */
void sheet_faults_of_words(struct sheet_records *r, uint32_t row,
                           uint32_t column);

/* Whether the request leaves out the cell there. */
bool sheet_leaves_out(const struct sheet_records *r, uint32_t row,
                      uint32_t column);

#endif
