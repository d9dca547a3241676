/*
 * running_words.h - what the heads and feet of pages say, and whether that is
 * said elsewhere already.
 *
 * Nothing is kept and nothing can fail.
 */
#ifndef CORE_DOC_RUNNING_WORDS_H
#define CORE_DOC_RUNNING_WORDS_H

#include "core/doc/doc.h"

/* Each piece of TEXT between commas, semicolons, colons, full stops and dashes
   stands in KNOWN, word by word in its order: `Cabinet, 8 December 2026`. "Not
   for publication" does not stand in "Notice of publication". */
bool words_are_known(struct str text, struct str known);

/* Whether PART of a head or foot has the number of its page, or of all. */
bool running_counts_pages(const struct doc_node *part);

#endif
