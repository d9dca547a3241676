/*
 * single_bracket.h - values that somebody wrote with one bracket where two
 * stand for a value: `{budget.total|pounds}`.
 *
 * Ownership: none. Failure: a finding.
 */
#ifndef INPUT_PROSE_SINGLE_BRACKET_H
#define INPUT_PROSE_SINGLE_BRACKET_H

#include "core/finding/finding.h"

/* A warning for each in TEXT, which begins at AT. */
void single_bracket_find(struct str text, struct place at,
                         struct findings *findings);

#endif
