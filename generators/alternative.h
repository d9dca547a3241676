/*
 * alternative.h - how long the words of a drawn picture may be.
 *
 * An alternative text that repeats a table says less than its range, its
 * extremes and its change; so one that is longer than ALTERNATIVE_MAX gives way
 * to a brief one, where the wording has it.
 *
 * Source: Government Analysis Function, Data visualisation: charts.
 */
#ifndef GENERATORS_ALTERNATIVE_H
#define GENERATORS_ALTERNATIVE_H

#include "core/doc/doc.h"
#include "generators/generator.h"

#define ALTERNATIVE_MAX 300 /* characters */

/* Whether BRIEF, a phrase of the wording, is to stand for TEXT. */
bool alternative_is_long(const struct generator_in *in, struct str text,
                         enum phrase brief);

/* TEXT, and that the table has every figure where one is printed beside it. */
struct str alternative_with_table(const struct generator_in *in, struct doc *d,
                                  struct str text);

#endif
