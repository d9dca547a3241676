#include "figures/check_rounding.h"

static enum value_type type_of(const struct column *c)
{
    return c->kind == NULL ? TYPE_TEXT : c->kind->type;
}

static bool is_tolerant(const struct checks *c, const struct column *column,
                        const struct sum *s)
{
    const enum check_tolerance t =
        c->check == NULL ? TOLERANCE_NONE : c->check->tolerance;

    if (column->rounded) /* each figure was rounded by itself */
        return true;
    if (t != TOLERANCE_UNSAID)
        return t == TOLERANCE_ROUNDING;
    return type_of(column) == TYPE_MONEY &&
           (column->zeros > 0 || s->coarseness > 0);
}

struct rounding_bound rounding_bound(const struct checks *c, size_t column,
                                     const struct sum *s)
{
    const struct column *col = &c->table->columns[column];
    struct rounding_bound b = {.units = 0};

    if (!is_tolerant(c, col, s) || s->terms == 0 ||
        (!col->rounded &&
         (s->pence || (type_of(col) == TYPE_MONEY && col->zeros == 0 &&
                       s->coarseness == 0 && col->decimals > 0))))
        return b;
    b.unit = rounding_unit(col);
    if (type_of(col) == TYPE_MONEY && s->coarseness > 0 &&
        decimal_compare(rounding_coarse_unit(s->coarseness), b.unit) > 0)
        b.unit = rounding_coarse_unit(s->coarseness);
    b.units = rounding_units(s->terms);
    return b;
}

bool rounding_explains(const struct rounding_bound *b, int64_t units,
                       struct decimal x, struct decimal y)
{
    if (units > b->units)
        units = b->units;
    return units > 0 && decimal_compare(rounding_distance(x, y),
                                        rounding_times(b->unit, units)) <= 0;
}

struct decimal rounding_limit(const struct rounding_bound *b)
{
    return rounding_times(b->unit, b->units);
}
