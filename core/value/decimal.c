#include "core/value/decimal.h"

/* The product of two coefficients does not fit into 64 bits; both compilers
   that we build with have a type where it does. */
__extension__ typedef __int128 wide;

static wide power_of_ten(unsigned n)
{
    wide power = 1;

    while (n-- > 0)
        power *= 10;
    return power;
}

static wide magnitude(wide n)
{
    return n < 0 ? -n : n;
}

/* N / D, half away from zero; D is not zero. */
static wide rounded_quotient(wide n, wide d)
{
    const wide quotient = n / d;
    const wide rest = magnitude(n % d);
    const wide away = (n < 0) == (d < 0) ? 1 : -1;

    /* rest >= |d| - rest is 2 rest >= |d| without an overflow. */
    return rest >= magnitude(d) - rest ? quotient + away : quotient;
}

static bool fits(wide coefficient, unsigned scale, struct decimal *result)
{
    if (coefficient > INT64_MAX || coefficient < INT64_MIN ||
        scale > DECIMAL_SCALE_MAX)
        return false;
    *result = (struct decimal){(int64_t)coefficient, (uint8_t)scale};
    return true;
}

/* A's coefficient at a scale that is no smaller than its own. */
static wide at_scale(struct decimal a, unsigned scale)
{
    return a.coefficient * power_of_ten(scale - a.scale);
}

static unsigned larger_scale(struct decimal a, struct decimal b)
{
    return a.scale > b.scale ? a.scale : b.scale;
}

bool decimal_add(struct decimal a, struct decimal b, struct decimal *sum)
{
    const unsigned scale = larger_scale(a, b);

    if (a.scale == b.scale) /* as money has */
        return !__builtin_add_overflow(a.coefficient, b.coefficient,
                                       &a.coefficient) &&
               fits(a.coefficient, scale, sum);
    return fits(at_scale(a, scale) + at_scale(b, scale), scale, sum);
}

bool decimal_subtract(struct decimal a, struct decimal b,
                      struct decimal *difference)
{
    const unsigned scale = larger_scale(a, b);

    return fits(at_scale(a, scale) - at_scale(b, scale), scale, difference);
}

bool decimal_multiply(struct decimal a, struct decimal b,
                      struct decimal *product)
{
    wide coefficient = (wide)a.coefficient * b.coefficient;
    unsigned scale = (unsigned)a.scale + b.scale;

    /* Zeros at the end say nothing; anything else must not be lost. */
    while (scale > DECIMAL_SCALE_MAX && coefficient % 10 == 0) {
        coefficient /= 10;
        scale--;
    }
    return fits(coefficient, scale, product);
}

bool decimal_divide(struct decimal a, struct decimal b, uint8_t scale,
                    struct decimal *quotient)
{
    wide n = a.coefficient;
    wide d = b.coefficient;

    if (d == 0 || scale > DECIMAL_SCALE_MAX)
        return false;
    /* a / b at SCALE is n * 10^(scale + b.scale) / (d * 10^a.scale): at most
       19 digits and 18 more, which fits. */
    n *= power_of_ten((unsigned)scale + b.scale);
    d *= power_of_ten(a.scale);
    return fits(rounded_quotient(n, d), scale, quotient);
}

int decimal_compare(struct decimal a, struct decimal b)
{
    const unsigned scale = larger_scale(a, b);
    wide x;
    wide y;

    if (a.scale == b.scale) /* as money has */
        return (a.coefficient > b.coefficient) -
               (a.coefficient < b.coefficient);
    x = at_scale(a, scale);
    y = at_scale(b, scale);
    return (x > y) - (x < y);
}

bool decimal_round(struct decimal a, uint8_t scale, struct decimal *rounded)
{
    if (scale >= a.scale)
        return scale <= DECIMAL_SCALE_MAX &&
               fits(at_scale(a, scale), scale, rounded);
    return fits(rounded_quotient(a.coefficient, power_of_ten(a.scale - scale)),
                scale, rounded);
}

struct decimal decimal_unsigned(struct decimal a)
{
    if (a.coefficient < 0)
        a.coefficient = a.coefficient == INT64_MIN ? INT64_MAX : -a.coefficient;
    return a;
}

struct decimal decimal_pence(int64_t pence)
{
    return (struct decimal){pence, MONEY_SCALE};
}

int64_t decimal_power_of_ten(unsigned n)
{
    return (int64_t)power_of_ten(n);
}
