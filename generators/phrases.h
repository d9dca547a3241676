/*
 * phrases.h - sentences about data, made from the phrases of the wording.
 *
 * For generators/ alone: alternative texts, and what a picture leaves out.
 * Texts belong to the tree's arena.
 */
#ifndef GENERATORS_PHRASES_H
#define GENERATORS_PHRASES_H

#include "generators/generator.h"

/* A phrase with its placeholders filled. */
struct str phrase_fill(const struct generator_in *in, struct doc *d,
                       enum phrase phrase,
                       const struct placeholder *placeholders,
                       size_t nplaceholders);

/* ITEMS with the phrase BETWEEN between them, and LAST before the last. */
struct str phrase_join(const struct generator_in *in, struct doc *d,
                       const struct str *items, size_t nitems,
                       enum phrase between, enum phrase last);

/* Without a full stop or colon at its end: a cell's text inside a sentence. */
struct str inside_sentence(struct str text);

#endif
