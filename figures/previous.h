/*
 * previous.h - the same row in the period before: for figures/, and for what
 * prints the changes since then.
 *
 * Rows are the same where they are called the same (row_index.h). A row of a
 * view is looked for in all of its data, since last time it may not have been
 * chosen; of groups, and where the view computes columns, in the same view.
 */
#ifndef FIGURES_PREVIOUS_H
#define FIGURES_PREVIOUS_H

#include "figures/data_figures.h"

/* What was found of a row. */
enum previous_row {
    PREVIOUS_FOUND,
    PREVIOUS_ABSENT,    /* the data has no such row: it is new */
    PREVIOUS_NO_DATA,   /* there is no such data */
    PREVIOUS_AMBIGUOUS, /* several rows are called so, or it has no name */
};

/* Row ROW of TABLE, in *THEN and *THEN_ROW, which is the number of its rows
   where it is absent. */
enum previous_row previous_row_of(const struct figures *now,
                                  const struct table *table, size_t row,
                                  const struct table **then, size_t *then_row);

/* The data of the period before that DATA is compared with, or NULL. */
const struct data *previous_data_of(const struct figures *now,
                                    const struct data *data);

#endif
