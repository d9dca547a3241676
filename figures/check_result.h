/*
 * check_result.h - what a surplus or deficit is made of where the data does not
 * have the lines that its kind says. For figures/ only.
 */
#ifndef FIGURES_CHECK_RESULT_H
#define FIGURES_CHECK_RESULT_H

#include "figures/check_parts.h"

/* The column that a check `lines` names; else those whose figures can be
   summed. */
bool lines_are_checked_in(const struct table *t, const struct kind_check *check,
                          size_t column);

/*
 * Holds the result at ROW against the total above it with the rows between the
 * two, or against all rows above it where none is a total. False, and nothing
 * is said: rows above pay for others or are balances, or no figure of a budget,
 * forecast or actual shows that the result is made so.
 */
bool check_result_of_rows(struct checks *c, const struct kind_check *check,
                          size_t row);

#endif
