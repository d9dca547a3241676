/*
 * expression_value.h - an expression that is asked of many rows, and read once.
 * For figures/ only.
 *
 * What it asks of whole tables (count(), sum() and the like) is the same in
 * each row, and asked once.
 *
 * Failure: a finding, and FIGURE_NONE.
 */
#ifndef FIGURES_EXPRESSION_VALUE_H
#define FIGURES_EXPRESSION_VALUE_H

#include "figures/expression_path.h"

/* Reads EV's expression, whose text and place are set; then a scope of EV names
   the table among whose rows it will be asked. False after a finding: also
   where no row can make it true, when it is a CONDITION. */
bool expression_of_rows(const struct evaluation *ev, struct expression *e,
                        bool condition);

/* The figure for the row among which EV's scope is. */
struct figure expression_of_row(const struct evaluation *ev);

#endif
