#include "core/model/rounding.h"

struct decimal rounding_coarse_unit(uint8_t coarseness)
{
    return decimal_pence(decimal_power_of_ten(coarseness));
}

struct decimal rounding_unit(const struct column *column)
{
    const unsigned zeros = column->zeros;

    if (column->kind == NULL || column->kind->type != TYPE_MONEY)
        return (struct decimal){1, column->decimals};
    if (column->unit_decimals >= zeros + MONEY_SCALE ||
        (column->rounded && zeros == 0 && column->decimals > 0))
        return (struct decimal){1, MONEY_SCALE};
    return decimal_pence(
        decimal_power_of_ten(zeros + MONEY_SCALE - column->unit_decimals));
}

struct decimal rounding_times(struct decimal unit, int64_t n)
{
    const struct decimal count = {n, 0};
    struct decimal product = {0, 0};

    return decimal_multiply(unit, count, &product) ? product
                                                   : (struct decimal){0, 0};
}

struct decimal rounding_distance(struct decimal a, struct decimal b)
{
    struct decimal d = {INT64_MAX, 0};

    return decimal_subtract(a, b, &d) ? decimal_unsigned(d) : d;
}

bool rounding_parts(struct decimal a, const struct column *column,
                    struct decimal b, const struct column *column_b)
{
    struct decimal units;

    return decimal_add(rounding_unit(column), rounding_unit(column_b),
                       &units) &&
           decimal_compare(rounding_times(rounding_distance(a, b), 2), units) <=
               0;
}
