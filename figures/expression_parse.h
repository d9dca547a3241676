/*
 * expression_parse.h - text into an expression: the grammar of expression.h.
 * For figures/ only.
 *
 * Ownership: the arena. Failure: a finding at the character that is wrong.
 */
#ifndef FIGURES_EXPRESSION_PARSE_H
#define FIGURES_EXPRESSION_PARSE_H

#include "figures/expression_nodes.h"

/* Sets first, when all else is set. False after a finding, and when the arena
   failed. */
bool expression_parse(struct arena *arena, struct findings *findings,
                      struct expression *expression);

#endif
