/*
 * expression_possible.h - whether a condition on rows can hold at all. For
 * figures/ only.
 *
 * Where all of several conditions must hold, no column can be two texts at
 * once, or both above 5 and below 3.
 *
 * Failure: a finding at the condition that contradicts one before it.
 */
#ifndef FIGURES_EXPRESSION_POSSIBLE_H
#define FIGURES_EXPRESSION_POSSIBLE_H

#include "figures/expression_path.h"

/* Of the nodes from FIRST to END, which are asked of rows of TABLE. */
bool expression_can_hold(const struct evaluation *ev, const struct table *table,
                         const struct expression_node *first,
                         const struct expression_node *end);

#endif
