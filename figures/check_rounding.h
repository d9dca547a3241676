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

#define ROUNDING_QUIET 2 /* units: a line under the table says enough */

/* The unit that COLUMN is printed in, and how many of it S may be away from
   what the column claims; 0 units where nothing may. */
struct rounding_bound {
    struct decimal unit;
    int64_t units;
};

struct rounding_bound rounding_bound(const struct checks *c, size_t column,
                                     const struct sum *s);

/* Whether A and B are at most UNITS of BOUND apart. */
bool rounding_explains(const struct rounding_bound *bound, int64_t units,
                       struct decimal a, struct decimal b);

/* BOUND in all, as money or a number. */
struct decimal rounding_limit(const struct rounding_bound *bound);

#endif
