/*
 * letter_case.h - texts with other letters: capitals, none, one at the head.
 *
 * Each letter becomes one other, as Unicode pairs them.
 *
 * Ownership: the arena. Failure: sticks in the arena.
 */
#ifndef CORE_BASE_LETTER_CASE_H
#define CORE_BASE_LETTER_CASE_H

#include "core/base/arena.h"
#include "core/base/str.h"

struct str letters_lower(struct arena *a, struct str text);
struct str letters_upper(struct arena *a, struct str text);
/* With a capital at its beginning. */
struct str letters_capital(struct arena *a, struct str text);

#endif
