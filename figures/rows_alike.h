/*
 * rows_alike.h - the plain rows of a column of words, by what they say: for
 * questions that are asked anew of each row, `count(d, area = row.area)`.
 *
 * Ownership: the arena of the figures. Failure: sticks there, and no row is
 * found.
 */
#ifndef FIGURES_ROWS_ALIKE_H
#define FIGURES_ROWS_ALIKE_H

#include "figures/data_figures.h"

/* Rows of one text are linked, in their order. Texts whose hashes are equal
   share a chain: whoever follows it compares. */
struct rows_alike {
    struct number_map first; /* of each hash: 1 + its first row */
    uint32_t *next;          /* of each row: 1 + the next one, or 0 */
};

/* That of COLUMN, which is of words, made when first asked for; or NULL. */
const struct rows_alike *rows_alike(const struct figures *f,
                                    const struct data *data, size_t column);

/* The first row of TABLE that may say TEXT, or its number of rows; the one
   after ROW. */
size_t rows_alike_first(const struct rows_alike *rows,
                        const struct table *table, struct str text);
size_t rows_alike_next(const struct rows_alike *rows, const struct table *table,
                       size_t row);

#endif
