#include "figures/scale.h"

#define PLACES 6 /* decimals of SCALE_WIDTH */

void scale_widen(struct scale *s, struct decimal d)
{
    if (decimal_compare(d, s->low) < 0)
        s->low = d;
    if (decimal_compare(d, s->high) > 0)
        s->high = d;
}

/* LENGTH of one side makes the other at least as long as *END: away from
   nought by what TENTHS are of both. */
static void lengthen(struct decimal *end, struct decimal length, uint8_t tenths)
{
    struct decimal least;

    if (!decimal_multiply(length, (struct decimal){-tenths, 0}, &least) ||
        !decimal_divide(least, (struct decimal){10 - tenths, 0},
                        DECIMAL_SCALE_MAX, &least))
        return;
    if (length.coefficient > 0 ? decimal_compare(least, *end) < 0
                               : decimal_compare(least, *end) > 0)
        *end = least;
}

void scale_make_room(struct scale *s, uint8_t tenths)
{
    if (s->low.coefficient >= 0 || s->high.coefficient <= 0)
        return;
    lengthen(&s->low, s->high, tenths);
    lengthen(&s->high, s->low, tenths);
}

int32_t scale_place(const struct scale *s, struct decimal d)
{
    struct decimal length;
    struct decimal part;

    if (decimal_compare(d, s->low) <= 0)
        return 0;
    if (decimal_compare(d, s->high) >= 0)
        return SCALE_WIDTH;
    if (!decimal_subtract(s->high, s->low, &length) ||
        !decimal_subtract(d, s->low, &part) ||
        !decimal_divide(part, length, PLACES, &part))
        return 0;
    return (int32_t)part.coefficient;
}
