/*
 * rounding.h - how far figures that were each rounded by itself may be from
 * each other.
 *
 * N figures, each rounded by itself, and a result that was rounded as well
 * differ by at most half a unit each: (n + 1)/2 units, rounded down. A unit is
 * what the last digit of a column's figures stands for.
 */
#ifndef CORE_MODEL_ROUNDING_H
#define CORE_MODEL_ROUNDING_H

#include "core/model/table.h"
#include "core/value/decimal.h"

/* What the last digit of a column's figures stands for. */
struct decimal rounding_unit(const struct column *column);

static inline int64_t rounding_units(size_t n)
{
    return ((int64_t)n + 1) / 2;
}

/* N of UNIT; 0 where that cannot be kept. */
struct decimal rounding_times(struct decimal unit, int64_t n);

/* Whether A and B, each rounded by itself as its column is, can be one figure:
   half a unit of each. */
bool rounding_parts(struct decimal a, const struct column *column,
                    struct decimal b, const struct column *column_b);

/* How far A and B are from each other; a figure beyond all where that cannot
   be kept. */
struct decimal rounding_distance(struct decimal a, struct decimal b);

#endif
