/*
 * known_words.h - whether a text says what is said elsewhere already.
 *
 * For generators/ alone.
 */
#ifndef GENERATORS_KNOWN_WORDS_H
#define GENERATORS_KNOWN_WORDS_H

#include "core/base/str.h"

/* Each piece of TEXT between commas, semicolons, colons, full stops and dashes
   stands in KNOWN, word by word in its order: `Cabinet, 8 December 2026`. "Not
   for publication" does not stand in "Notice of publication". */
bool words_are_known(struct str text, struct str known);

#endif
