/*
 * check_deductions.h - which rows a sum takes away. For figures/ only.
 */
#ifndef FIGURES_CHECK_DEDUCTIONS_H
#define FIGURES_CHECK_DEDUCTIONS_H

#include "figures/check_parts.h"

/* Whether each row is a deduction that a sum below takes away, as a line of the
   kind says or figures show: a name may say less and mean a row like any other.
   All are where rows are missing. NULL where the table has no deductions, or no
   memory is left. */
const bool *deductions_taken(const struct checks *c);

#endif
