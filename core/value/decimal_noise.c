#include "core/value/decimal_noise.h"
#include "core/base/ascii.h"

#include <string.h>

/* 0.digits x 10^point */
struct noisy_digits {
    char digit[DECIMAL_TEXT_MAX];
    size_t count;
    int point;
};

/* Digits and their point off the head of *s; without nought at their head.
   False when there are none. */
static bool cut_digits(struct str *s, struct noisy_digits *d)
{
    bool whole = true;
    bool any = false;

    *d = (struct noisy_digits){.count = 0};
    for (; s->len > 0; *s = str_from(*s, 1)) {
        const char c = s->ptr[0];

        if (c == '.' && whole) {
            whole = false;
        } else if (is_digit(c)) {
            any = true;
            if (c != '0' || d->count > 0)
                d->digit[d->count++] = c;
            if (whole ? d->count > 0 : d->count == 0)
                d->point += whole ? 1 : -1;
        } else if (c != ',' || !whole) {
            break;
        }
    }
    return any;
}

/* E-05: only an exponent that loses no digits is carried out. */
static void cut_exponent(struct str *s, struct noisy_digits *d)
{
    struct str rest = *s;
    int exponent = 0;

    if (rest.len < 3 || (rest.ptr[0] != 'E' && rest.ptr[0] != 'e') ||
        rest.ptr[1] != '-' || !is_digit(rest.ptr[2]))
        return;
    for (rest = str_from(rest, 2); rest.len > 0 && is_digit(rest.ptr[0]);
         rest = str_from(rest, 1)) {
        if (exponent < 1000)
            exponent = exponent * 10 + (rest.ptr[0] - '0');
    }
    d->point -= exponent;
    *s = rest;
}

/* Half away from zero, to the first N digits. */
static void round_digits(struct noisy_digits *d, int n)
{
    bool up;

    if (n < 0 || d->count == 0) {
        d->count = 0;
        return;
    }
    if ((size_t)n >= d->count)
        return;
    up = d->digit[n] >= '5';
    d->count = (size_t)n;
    while (up && d->count > 0) {
        char *last = &d->digit[d->count - 1];

        up = *last == '9';
        if (up)
            d->count--;
        else
            ++*last;
    }
    if (up) {
        d->digit[d->count++] = '1';
        d->point++;
    }
}

static size_t write_digits(const struct noisy_digits *d, char *out)
{
    const int count = (int)d->count;
    size_t n = 0;

    if (count == 0 || d->point <= 0)
        out[n++] = '0';
    for (int i = 0; count > 0 && i < d->point; i++)
        out[n++] = i < count ? d->digit[i] : '0';
    if (count == 0 || count <= d->point)
        return n;
    out[n++] = '.';
    for (int i = d->point; i < count; i++)
        out[n++] = i < 0 ? '0' : d->digit[i];
    return n;
}

bool decimal_without_noise(struct str text, char out[DECIMAL_TEXT_MAX],
                           struct str *result)
{
    struct str rest = text;
    struct noisy_digits d;
    size_t n = 0;

    if (text.len > DECIMAL_TEXT_MAX / 2)
        return false;
    while (rest.len > 0 && !is_digit(rest.ptr[0]) && rest.ptr[0] != '.') {
        out[n++] = rest.ptr[0];
        rest = str_from(rest, 1);
    }
    *result = text;
    if (!cut_digits(&rest, &d))
        return true;
    cut_exponent(&rest, &d);
    round_digits(&d, DECIMAL_TYPED_DIGITS);
    round_digits(&d, d.point + DECIMAL_SCALE_MAX);
    n += write_digits(&d, out + n);
    memcpy(out + n, rest.ptr, rest.len);
    *result = (struct str){out, n + rest.len};
    return true;
}
