/*
 * printed_cell.h - where a cell that stands in print comes from, and what it
 * was made of.
 */
#ifndef FIGURES_PRINTED_CELL_H
#define FIGURES_PRINTED_CELL_H

#include "figures/figures.h"

/* WORDS of a cell of T, which stand in print: where they belong to several rows
   of a file and somebody asks, that is kept, by bytes of their own in ARENA. */
struct str printed_cell(const struct figures *f, struct arena *arena,
                        const struct table *t, size_t row, size_t column,
                        struct str words);

/* Where such a cell comes from: a figure that was made of several rows from the
   view that made it, words from where the first of them stands. */
struct place printed_cell_place(const struct figures *f, const struct table *t,
                                size_t row, size_t column);

#endif
