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

/* What the last digit of a column's figures stands for; of money in pence. */
struct decimal rounding_unit(const struct column *column);

/* How many powers of ten of a penny the unit of a column of money is, which its
   heading says; 0: it says none. */
static inline uint8_t rounding_coarseness(const struct column *column)
{
    const unsigned places = column->zeros + MONEY_SCALE;

    return column->zeros == 0 || column->unit_decimals >= places
               ? 0
               : (uint8_t)(places - column->unit_decimals);
}

/* The unit of such a column. */
struct decimal rounding_coarse_unit(uint8_t coarseness);

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
