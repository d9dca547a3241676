#include "input/xml/measure.h"
#include "core/base/ascii.h"
#include "core/model/style.h"

/* More digits than any sheet of paper needs; all sums below fit 64 bits. */
#define THOUSANDTHS_MAX INT64_C(100000000)

/* 12.5 as 12500; the digits are cut off *text. False when there are none, or
   more than three after the point. */
static bool cut_thousandths(struct str *text, int64_t *value)
{
    int64_t n = 0;
    int decimals = -1; /* no point yet */
    size_t digits = 0;

    while (text->len > 0) {
        const char c = text->ptr[0];

        if (c == '.' && decimals < 0 && digits > 0) {
            decimals = 0;
        } else if (c >= '0' && c <= '9' && decimals < 3 &&
                   n <= THOUSANDTHS_MAX) {
            n = n * 10 + (c - '0');
            digits++;
            decimals += decimals >= 0;
        } else {
            break;
        }
        *text = str_from(*text, 1);
    }
    for (int i = decimals < 0 ? 0 : decimals; i < 3; i++)
        n *= 10;
    *value = n;
    return digits > 0 && decimals != 0;
}

bool measure_length(struct str text, int32_t *mpt)
{
    int64_t n;

    if (!cut_thousandths(&text, &n))
        return false;
    if (str_is(text, "mm"))
        n = (n * (MPT_PER_MM_NUMERATOR / 1000) + MPT_PER_MM_DENOMINATOR / 2) /
            MPT_PER_MM_DENOMINATOR;
    else if (!str_is(text, "pt"))
        return false;
    if (n > INT32_MAX)
        return false;
    *mpt = (int32_t)n;
    return true;
}

bool measure_percentage(struct str text, int32_t *thousandths)
{
    int64_t n;

    if (!cut_thousandths(&text, &n) || !str_is(text, "%") ||
        n / 100 > INT32_MAX)
        return false;
    *thousandths = (int32_t)(n / 100);
    return true;
}

bool measure_colour(struct str text, uint32_t *colour)
{
    uint32_t found;

    if (text.len != 7 || text.ptr[0] != '#' ||
        !read_hex(str_from(text, 1), &found))
        return false;
    *colour = found;
    return true;
}
