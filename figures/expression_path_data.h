/*
 * expression_path_data.h - what the names of an expression stand for after
 * those of data: rows, columns, totals. For figures/ only.
 *
 * Failure: a finding at the name that is wrong, and FIGURE_NONE.
 */
#ifndef FIGURES_EXPRESSION_PATH_DATA_H
#define FIGURES_EXPRESSION_PATH_DATA_H

#include "figures/expression_evaluation.h"

/* A cell, with the name of its group where that stands above it. */
struct figure path_cell(const struct evaluation *ev, const struct table *t,
                        size_t row, size_t column);

/* What stands for a cell of a table without rows, so that what it is compared
   with is looked at all the same; and for what was not there yet. */
struct figure path_no_cell(const struct evaluation *ev, const struct table *t,
                           size_t column);

/* The column called NAME, or that of the financial year it says; the table's
   ncolumns when there is none. */
size_t path_column(const struct evaluation *ev, const struct table *t,
                   struct str name);

/* What follows STEP, which is ROW of T: its .column. */
struct figure path_row(const struct evaluation *ev, const struct table *t,
                       size_t row, const struct path_step *step);

/* What follows ROOT, which names DATA. */
struct figure path_data(const struct evaluation *ev, const struct data *data,
                        const struct path_step *root);

/* What is to come makes no sum wrong, but unknown: a finding that sends whoever
   can mend it to the cell. */
void say_cell_to_come(const struct evaluation *ev, const struct table *t,
                      size_t row, size_t column);

#endif
