#include "figures/check_rounding.h"

#define QUIET_UNITS 2 /* of the coarsest */

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

/* Half of all units, those of S and UNIT of the claim: in whole ones of the
   finest, as all figures are. */
static struct decimal limit_of(const struct sum *s, struct decimal unit)
{
    const int64_t own = unit.coefficient;
    const int64_t finest = s->finest < own ? s->finest : own;

    return s->units == 0
               ? rounding_times(unit, rounding_units(s->terms))
               : decimal_pence((s->units + own) / 2 / finest * finest);
}

struct rounding_bound rounding_bound(const struct checks *c, size_t column,
                                     const struct sum *s)
{
    const struct column *col = &c->table->columns[column];
    const bool is_money = type_of(col) == TYPE_MONEY;
    struct rounding_bound b = {.limit = {0, 0}};
    struct decimal unit;

    if (!is_tolerant(c, col, s) || s->terms == 0 ||
        (!col->rounded &&
         (s->pence || (is_money && col->zeros == 0 && s->coarseness == 0 &&
                       col->decimals > 0))))
        return b;
    unit = rounding_unit(col);
    b.limit = is_money ? limit_of(s, unit)
                       : rounding_times(unit, rounding_units(s->terms));
    if (is_money && s->coarseness > 0 &&
        decimal_compare(rounding_coarse_unit(s->coarseness), unit) > 0)
        unit = rounding_coarse_unit(s->coarseness);
    b.quiet = rounding_times(unit, QUIET_UNITS);
    return b;
}

bool rounding_explains(const struct rounding_bound *b, struct decimal x,
                       struct decimal y)
{
    return b->limit.coefficient > 0 &&
           decimal_compare(rounding_distance(x, y), b->limit) <= 0;
}

bool rounding_is_quiet(const struct rounding_bound *b, struct decimal x,
                       struct decimal y)
{
    return rounding_explains(b, x, y) &&
           decimal_compare(rounding_distance(x, y), b->quiet) <= 0;
}
