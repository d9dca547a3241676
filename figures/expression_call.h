/*
 * expression_call.h - functions of figures: share(), working-days() and the
 * like. For figures/ only.
 *
 * Failure: a finding, and FIGURE_NONE.
 */
#ifndef FIGURES_EXPRESSION_CALL_H
#define FIGURES_EXPRESSION_CALL_H

#include "figures/expression_path.h"

/* What the function of node N gives for its VALUES, of which none is
   FIGURE_NONE. */
struct figure expression_call(const struct evaluation *ev,
                              const struct expression_node *n,
                              const struct figure *values);

#endif
