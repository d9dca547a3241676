/*
 * expression_list.h - count() of a header field that is a list: its entries.
 * For figures/ only.
 *
 * Failure: a finding at the name, and FIGURE_NONE.
 */
#ifndef FIGURES_EXPRESSION_LIST_H
#define FIGURES_EXPRESSION_LIST_H

#include "figures/expression_evaluation.h"

/* Whether NODE, a function of rows, is count() of a header field. */
bool list_is_counted(const struct evaluation *ev,
                     const struct expression_node *node);

/* How many entries it has; 0 where the report does not give it. */
struct figure list_count(const struct evaluation *ev,
                         const struct expression_node *node);

#endif
