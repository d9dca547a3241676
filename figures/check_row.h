/*
 * check_row.h - what a row's other figures give. For figures/ only.
 */
#ifndef FIGURES_CHECK_ROW_H
#define FIGURES_CHECK_ROW_H

#include "figures/check_parts.h"

/*
 * Whether the figure of a row of sums, which is not EXPECTED, was made across
 * the row from figures among which a fault was named: then it is noted there.
 */
bool row_follows(struct checks *c, const struct comparison *comparison,
                 const struct sum *expected);

#endif
