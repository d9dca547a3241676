/*
 * asked_column.h - what a table's call asks for of one of its columns.
 *
 * For the generators that print tables, in generators/ alone.
 *
 * Ownership: the call's. Failure: a finding.
 */
#ifndef GENERATORS_ASKED_COLUMN_H
#define GENERATORS_ASKED_COLUMN_H

#include "generators/generator.h"

/* NULL: nothing. */
const struct generator_column *asked_column(const struct generator_in *in,
                                            const struct column *column);

/* Whether the cells of COLUMN stand below their rows. One that HEADS its rows,
   or has a drawing, cannot: a finding where that is asked for. */
bool asked_below(const struct generator_in *in, const struct column *column,
                 bool heads);

#endif
