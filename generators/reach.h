/*
 * reach.h - who meets what stands in the tree: whoever reads the other copy, or
 * the other medium alone, does not. For generators/ alone.
 */
#ifndef GENERATORS_REACH_H
#define GENERATORS_REACH_H

#include "generators/generator.h"

#define REACH_PRINT 1u
#define REACH_SCREEN 2u

/* The media in which each copy says something. */
struct reach {
    unsigned published;
    unsigned internal; /* the published ones, too */
};

/* Of two things together. */
struct reach reach_both(struct reach a, struct reach b);

/* Of what N holds: of its words, its pictures and what else it prints. */
struct reach reach_of(const struct generator_in *in, const struct doc_node *n);

/* Of FIRST and all that follow it. */
struct reach reach_from(const struct generator_in *in,
                        const struct doc_node *first);

/* Whether one copy says something in a medium in which the other says nothing,
   and both say something: no block can be for just those readers. */
bool reach_is_split(struct reach reach);

/* N is for nobody else; a finding where it is for others alone. */
void reach_limit(const struct generator_in *in, struct doc_node *n,
                 struct reach reach);

#endif
