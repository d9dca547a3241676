/*
 * check_rounding.h - how far rounding alone can part a figure from those that
 * give it. For figures/ only.
 *
 * How far that is says core/model/rounding.h; beyond it there is a fault. Where
 * pence are given nothing was rounded.
 */
#ifndef FIGURES_CHECK_ROUNDING_H
#define FIGURES_CHECK_ROUNDING_H

#include "core/model/rounding.h"
#include "figures/check_parts.h"

/* How far a sum may be from what a column claims. */
struct rounding_bound {
    struct decimal quiet; /* so near that a line under the table says enough */
    struct decimal limit; /* at most, as money or a number; 0: not at all */
};

/* Half a unit of each figure of S in its own unit, and of the claim in COLUMN.
 */
struct rounding_bound rounding_bound(const struct checks *c, size_t column,
                                     const struct sum *s);

/* Whether A and B are at most so far apart. */
bool rounding_explains(const struct rounding_bound *bound, struct decimal a,
                       struct decimal b);
bool rounding_is_quiet(const struct rounding_bound *bound, struct decimal a,
                       struct decimal b);

#endif
