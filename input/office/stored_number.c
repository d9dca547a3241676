#include "input/office/stored_number.h"
#include "core/base/ascii.h"

#include <string.h>

#define DAY_SECONDS 86400U
#define EXPONENT_MAX 400
#define SERIAL_MAX 2958465   /* 31 December 9999 */
#define SERIAL_OF_1970 25569 /* 1 January 1970 */
#define DAYS_TO_1904 1462
#define FRACTION_DIGITS 12 /* of a day: finer than a second by far */

static double power_of_ten(int n)
{
    double p = 1;

    for (; n > 0; n--)
        p *= 10;
    for (; n < 0; n++)
        p /= 10;
    return p;
}

struct scan {
    struct str rest;
    uint64_t digits;
    int ndigits; /* that count, noughts in front not */
    int exponent;
    bool any;
    bool round_up; /* by the first digit left out */
};

static void take_digit(struct scan *s, unsigned digit, bool fraction)
{
    s->any = true;
    if (s->ndigits == 0 && digit == 0) {
        s->exponent -= fraction;
        return;
    }
    s->ndigits++;
    if (s->ndigits <= STORED_DIGITS) {
        s->digits = s->digits * 10 + digit;
        s->exponent -= fraction;
        return;
    }
    if (s->ndigits == STORED_DIGITS + 1)
        s->round_up = digit >= 5;
    s->exponent += !fraction;
}

/* The digits of most figures, all of which are kept: at once. False where one
   may not be. */
static bool take_few_digits(struct scan *s, bool fraction)
{
    size_t noughts = 0; /* in front */
    size_t n = 0;
    uint64_t digits = s->digits;

    for (; n < s->rest.len && n < STORED_DIGITS && is_digit(s->rest.ptr[n]);
         n++) {
        digits = digits * 10 + (uint64_t)(s->rest.ptr[n] - '0');
        noughts += digits == 0;
    }
    if ((n < s->rest.len && is_digit(s->rest.ptr[n])) ||
        s->ndigits + (int)(n - noughts) > STORED_DIGITS)
        return false;
    s->any |= n > 0;
    s->digits = digits;
    s->ndigits += (int)(n - noughts);
    s->exponent -= fraction ? (int)n : 0;
    s->rest = str_from(s->rest, n);
    return true;
}

static void take_digits(struct scan *s, bool fraction)
{
    size_t n = 0;

    if (take_few_digits(s, fraction))
        return;
    for (; n < s->rest.len && is_digit(s->rest.ptr[n]); n++)
        take_digit(s, (unsigned)(s->rest.ptr[n] - '0'), fraction);
    s->rest = str_from(s->rest, n);
}

static bool take_exponent(struct scan *s)
{
    bool negative = false;
    int e = 0;
    size_t n = 0;

    if (s->rest.len > 0 && (s->rest.ptr[0] == '-' || s->rest.ptr[0] == '+')) {
        negative = s->rest.ptr[0] == '-';
        s->rest = str_from(s->rest, 1);
    }
    for (; n < s->rest.len; n++) {
        if (s->rest.ptr[n] < '0' || s->rest.ptr[n] > '9')
            return false;
        if (e < EXPONENT_MAX)
            e = e * 10 + (s->rest.ptr[n] - '0');
    }
    s->rest = str_from(s->rest, n);
    s->exponent += negative ? -e : e;
    return n > 0;
}

enum stored_form stored_number_read(struct str text, struct stored_number *n)
{
    struct scan s = {.rest = str_trim(text)};

    *n = (struct stored_number){0};
    if (s.rest.len > 0 && (s.rest.ptr[0] == '-' || s.rest.ptr[0] == '+')) {
        n->negative = s.rest.ptr[0] == '-';
        s.rest = str_from(s.rest, 1);
    }
    take_digits(&s, false);
    if (s.rest.len > 0 && s.rest.ptr[0] == '.') {
        s.rest = str_from(s.rest, 1);
        take_digits(&s, true);
    }
    if (!s.any)
        return STORED_NO_NUMBER;
    if (s.rest.len > 0 && (s.rest.ptr[0] == 'e' || s.rest.ptr[0] == 'E')) {
        s.rest = str_from(s.rest, 1);
        if (!take_exponent(&s))
            return STORED_NO_NUMBER;
    }
    if (s.rest.len > 0)
        return STORED_NO_NUMBER;
    n->is_long = s.ndigits >= STORED_DIGITS && s.exponent > 0;
    n->digits = s.digits + s.round_up;
    n->exponent = s.exponent;
    while (n->digits > 0 && n->digits % 10 == 0) {
        n->digits /= 10;
        n->exponent++;
    }
    if (n->digits == 0 || n->exponent < -40)
        *n = (struct stored_number){0};
    else if (n->exponent > 18 ||
             (n->exponent > 0 &&
              (double)n->digits * power_of_ten(n->exponent) >= 1e18))
        return STORED_TOO_LARGE;
    return STORED_OK;
}

double stored_number_about(const struct stored_number *n)
{
    const double size = (double)n->digits * power_of_ten(n->exponent);

    return n->negative ? -size : size;
}

void stored_number_round(struct stored_number *n, int places)
{
    uint64_t unit = 1;

    if (n->exponent >= -places)
        return;
    for (int i = n->exponent; i < -places && unit <= UINT64_MAX / 10; i++)
        unit *= 10;
    n->digits = n->digits / unit + (n->digits % unit >= unit / 2);
    n->exponent = -places;
    while (n->digits > 0 && n->digits % 10 == 0) {
        n->digits /= 10;
        n->exponent++;
    }
    if (n->digits == 0)
        *n = (struct stored_number){0};
}

#define NOISE_PLACES 8 /* of a day: a thousandth of a second */

void stored_number_cut(struct stored_number *n)
{
    stored_number_round(n, NOISE_PLACES);
    for (; n->exponent < 0; n->exponent++)
        n->digits /= 10;
    if (n->digits == 0)
        *n = (struct stored_number){0};
}

/* N as most figures are: digits before the point, and perhaps behind it. False:
   it has noughts at either end. */
static bool put_plain(const struct stored_number *n, int exponent,
                      char out[STORED_TEXT_MAX])
{
    uint64_t digits = n->digits;
    int len = n->negative;
    int point;

    if (exponent > 0)
        return false;
    for (uint64_t rest = digits; rest > 0; rest /= 10)
        len++;
    point = len + exponent;
    if (point <= n->negative)
        return false;
    len += exponent < 0;
    out[len] = '\0';
    while (len > n->negative) {
        if (--len == point && exponent < 0) {
            out[len] = '.';
            continue;
        }
        out[len] = (char)('0' + digits % 10);
        digits /= 10;
    }
    if (n->negative)
        out[0] = '-';
    return true;
}

/* All digits of N, which has at most 20; how many they are. */
static int put_digits(uint64_t n, char out[STORED_DIGITS + 5])
{
    int count = 1;

    for (uint64_t rest = n / 10; rest > 0; rest /= 10)
        count++;
    for (int i = count; i-- > 0; n /= 10)
        out[i] = (char)('0' + n % 10);
    return count;
}

void stored_number_text(const struct stored_number *n, int down,
                        char out[STORED_TEXT_MAX])
{
    const int exponent = n->digits == 0 ? 0 : n->exponent - down;
    char digits[STORED_DIGITS + 5];
    size_t len = 0;
    int ndigits;
    int point; /* digits before it */

    if (put_plain(n, exponent, out))
        return;
    ndigits = put_digits(n->digits, digits);
    point = ndigits + exponent;
    if (n->negative)
        out[len++] = '-';
    if (point <= 0)
        out[len++] = '0';
    for (int i = 0; i < point && len < STORED_TEXT_MAX - 2; i++)
        out[len++] = '0';
    if (point > 0)
        memcpy(out + len - (size_t)point, digits,
               (size_t)(point < ndigits ? point : ndigits));
    if (exponent < 0) {
        out[len++] = '.';
        for (; point < 0 && len < STORED_TEXT_MAX - 1; point++)
            out[len++] = '0';
        for (int i = point; i < ndigits && len < STORED_TEXT_MAX - 1; i++)
            out[len++] = digits[i];
    }
    out[len] = '\0';
}

/* Seconds of the fraction of N, rounded. */
static uint32_t seconds_of(const struct stored_number *n, uint64_t *whole)
{
    uint64_t fraction = n->digits;
    uint64_t unit = 1;
    int places = -n->exponent;

    *whole = 0;
    for (; places > 30; places--)
        fraction /= 10;
    if (places <= 0) {
        *whole = n->digits;
        for (int i = places; i < 0; i++)
            *whole *= 10;
        return 0;
    }
    for (int i = 0; i < places && i < 19; i++)
        unit *= 10;
    if (places < 19) {
        *whole = fraction / unit;
        fraction %= unit;
    }
    for (; places > FRACTION_DIGITS; places--)
        fraction /= 10;
    for (unit = 1; places > 0; places--)
        unit *= 10;
    return (uint32_t)((fraction * DAY_SECONDS + unit / 2) / unit);
}

enum serial_form stored_number_day(const struct stored_number *n,
                                   bool from_1904, struct date *day,
                                   uint32_t *second)
{
    uint64_t serial;

    *day = (struct date){0};
    *second = 0;
    if (n->negative)
        return SERIAL_NO_DAY;
    if (n->exponent > 7)
        return SERIAL_LATE;
    *second = seconds_of(n, &serial);
    if (*second == DAY_SECONDS) {
        *second = 0;
        serial++;
    }
    if (serial > SERIAL_MAX)
        return SERIAL_LATE;
    if (serial == 0 && n->digits > 0 && n->exponent < 0)
        return SERIAL_OK; /* a time alone */
    if (from_1904)
        serial += DAYS_TO_1904;
    if (serial > SERIAL_MAX)
        return SERIAL_LATE;
    if (serial == 0 || serial == 60)
        return SERIAL_NO_DAY;
    /* Day 60 never was: those before it are a day further on than they say. */
    *day = date_of_days((int32_t)serial - SERIAL_OF_1970 + (serial < 60));
    return serial < 61 ? SERIAL_EARLY : SERIAL_OK;
}
