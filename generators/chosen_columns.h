/*
 * chosen_columns.h - which columns of its data a table prints, in which order.
 *
 * For the generators that print tables, in generators/ alone.
 *
 * Ownership: the arena given. Failure: a finding; what cannot be printed is
 * left out.
 */
#ifndef GENERATORS_CHOSEN_COLUMNS_H
#define GENERATORS_CHOSEN_COLUMNS_H

#include "generators/generator.h"

/* Those of in->data that the argument `columns` names; without one all that
   are not hidden. EXCEPT is the index of one that stands elsewhere, or the
   table's ncolumns. Returns how many, of which *OUT is the first. */
size_t chosen_columns(const struct generator_in *in, size_t except,
                      struct arena *arena, const size_t **out);

#endif
