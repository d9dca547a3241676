/*
 * printed_twice.h - what the report gives once, printed once more by its
 * template. For generators/ alone.
 *
 * Tables of data may stand as often as a template likes. Prose, lists of
 * recommendations, papers and people are the report's body: a reader who meets
 * them again looks for a difference. What is written once, in a piece or for
 * each row, is meant to.
 */
#ifndef GENERATORS_PRINTED_TWICE_H
#define GENERATORS_PRINTED_TWICE_H

#include "generators/generator.h"

/* G has printed MADE, and what follows it, in PARENT: a finding where another
   place did so before, for the same readers. What is called by a name is the
   first of the two. */
void printed_twice(const struct generator_in *in, const struct generator *g,
                   struct doc *d, const struct doc_node *parent,
                   struct doc_node *made);

#endif
