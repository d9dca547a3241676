/*
 * check_rounding.h - how far rounding alone can part a figure from those that
 * give it. For figures/ only.
 *
 * N figures, each rounded by itself, and a result that was rounded as well
 * differ by at most half a unit each: (n + 1)/2 units, rounded down. Beyond
 * that there is a fault. Where pence are given nothing was rounded.
 */
#ifndef FIGURES_CHECK_ROUNDING_H
#define FIGURES_CHECK_ROUNDING_H

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

/* What the last digit of a column's figures stands for. */
struct decimal rounding_unit(const struct column *column);

/* Whether A and B, each rounded by itself as its column is, can be one figure:
   half a unit of each. */
bool rounding_parts(struct decimal a, const struct column *column,
                    struct decimal b, const struct column *column_b);

/* Whether A and B are at most UNITS of BOUND apart. */
bool rounding_explains(const struct rounding_bound *bound, int64_t units,
                       struct decimal a, struct decimal b);

/* BOUND in all, or the distance of A and B, as money or a number. */
struct decimal rounding_limit(const struct rounding_bound *bound);
struct decimal rounding_distance(struct decimal a, struct decimal b);

#endif
