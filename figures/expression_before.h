/*
 * expression_before.h - before() and change(): the scope of the period before,
 * and by how much a figure or a day has moved since.
 */
#ifndef FIGURES_EXPRESSION_BEFORE_H
#define FIGURES_EXPRESSION_BEFORE_H

#include "figures/expression_evaluation.h"
#include "figures/expression_nodes.h"

#include <stdbool.h>

/* SCOPE is that of EV as it was in the period before, with the row at hand, if
   there is one, as it was. false: there is no such period, or the row cannot be
   told; there is a finding at N, unless the expression asks for `previous`
   itself. */
bool before_scope(const struct evaluation *ev, const struct expression_node *n,
                  struct scope *scope);

/* What stands for all that such a period would say: n/a where the expression
   asks for `previous` itself, else of no type. */
struct figure before_unknown(const struct evaluation *ev);

/* How far NOW is from THEN: a figure of their type, or a number of days; n/a
   where either has none. Of no type where either is, or with a finding at N
   where the two cannot be compared. */
struct figure before_change(const struct evaluation *ev,
                            const struct expression_node *n, struct figure now,
                            struct figure then);

#endif
