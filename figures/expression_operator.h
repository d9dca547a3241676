/*
 * expression_operator.h - figures compared, reckoned with and joined by the
 * operators of an expression. For figures/ only.
 *
 * Failure: a finding at the operator, and FIGURE_NONE; FIGURE_NONE of a side is
 * that of the whole. What rests on anything internal is internal.
 */
#ifndef FIGURES_EXPRESSION_OPERATOR_H
#define FIGURES_EXPRESSION_OPERATOR_H

#include "figures/expression_evaluation.h"

struct figure operator_truth(bool value, enum audience audience);

/* N is OP_NOT, OP_EMPTY or its opposite. */
struct figure operator_of_one(const struct evaluation *ev,
                              const struct expression_node *n, struct figure a);

/* N is any operator with two sides. */
struct figure operator_of_two(const struct evaluation *ev,
                              const struct expression_node *n, struct figure a,
                              struct figure b);

/* N is an operator that compares; a literal side may name a choice of the
   other's column, and is refused where it names none. */
struct figure operator_compare(const struct evaluation *ev,
                               const struct expression_node *n, struct figure a,
                               struct figure b);

#endif
