#include "figures/check_rounding.h"

static enum value_type type_of(const struct column *c)
{
    return c->kind == NULL ? TYPE_TEXT : c->kind->type;
}

static bool is_tolerant(const struct checks *c, const struct column *column)
{
    const enum check_tolerance t =
        c->check == NULL ? TOLERANCE_NONE : c->check->tolerance;

    if (column->rounded) /* each figure was rounded by itself */
        return true;
    if (t != TOLERANCE_UNSAID)
        return t == TOLERANCE_ROUNDING;
    return type_of(column) == TYPE_MONEY && column->zeros > 0;
}

/* 10 to the power of N, which is small. */
static int64_t power(unsigned n)
{
    int64_t p = 1;

    while (n-- > 0)
        p *= 10;
    return p;
}

struct decimal rounding_unit(const struct column *column)
{
    const unsigned zeros = column->zeros;

    if (type_of(column) != TYPE_MONEY)
        return (struct decimal){1, column->decimals};
    if (column->unit_decimals >= zeros + MONEY_SCALE ||
        (column->rounded && zeros == 0 && column->decimals > 0))
        return (struct decimal){1, MONEY_SCALE};
    return decimal_pence(power(zeros + MONEY_SCALE - column->unit_decimals));
}

struct rounding_bound rounding_bound(const struct checks *c, size_t column,
                                     const struct sum *s)
{
    const struct column *col = &c->table->columns[column];
    struct rounding_bound b = {.units = 0};

    if (!is_tolerant(c, col) || s->terms == 0 ||
        (!col->rounded && (s->pence || (type_of(col) == TYPE_MONEY &&
                                        col->zeros == 0 && col->decimals > 0))))
        return b;
    b.unit = rounding_unit(col);
    b.units = ((int64_t)s->terms + 1) / 2;
    return b;
}

struct decimal rounding_distance(struct decimal a, struct decimal b)
{
    struct decimal d = {INT64_MAX, 0};

    return decimal_subtract(a, b, &d) ? decimal_unsigned(d) : d;
}

static struct decimal times(struct decimal unit, int64_t n)
{
    const struct decimal count = {n, 0};
    struct decimal product = {0, 0};

    return decimal_multiply(unit, count, &product) ? product
                                                   : (struct decimal){0, 0};
}

bool rounding_explains(const struct rounding_bound *b, int64_t units,
                       struct decimal x, struct decimal y)
{
    if (units > b->units)
        units = b->units;
    return units > 0 &&
           decimal_compare(rounding_distance(x, y), times(b->unit, units)) <= 0;
}

bool rounding_parts(struct decimal x, const struct column *column,
                    struct decimal y, const struct column *column_y)
{
    struct decimal units;

    return decimal_add(rounding_unit(column), rounding_unit(column_y),
                       &units) &&
           decimal_compare(times(rounding_distance(x, y), 2), units) <= 0;
}

struct decimal rounding_limit(const struct rounding_bound *b)
{
    return times(b->unit, b->units);
}
