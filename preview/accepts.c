#include "preview/accepts.h"
#include "core/base/ascii.h"

#define WHOLE 1000

void accepts_init(struct accepts *a)
{
    *a = (struct accepts){ACCEPTS_UNSAID, ACCEPTS_UNSAID, ACCEPTS_UNSAID};
}

static bool is_alike(struct str s, const char *word)
{
    const struct str w = str_of(word);

    return s.len == w.len && str_starts_alike(s, w);
}

/* OWS of the RFC, which has no other spaces. */
static struct str trim_coding(struct str s)
{
    while (s.len > 0 && (*s.ptr == ' ' || *s.ptr == '\t'))
        s = str_from(s, 1);
    while (s.len > 0 && (s.ptr[s.len - 1] == ' ' || s.ptr[s.len - 1] == '\t'))
        s.len--;
    return s;
}

/* 0, 1, 0.5, 0.500 and 1.000: at most three digits behind the point. */
static int weight_of_coding(struct str s)
{
    const size_t most = sizeof("0.000") - 1;
    int sum = 0, unit = WHOLE;

    if (s.len == 0 || s.len > most || (s.len > 1 && s.ptr[1] != '.'))
        return 0;
    for (size_t i = 0; i < s.len; i++) {
        if (i == 1)
            continue;
        if (!is_digit(s.ptr[i]))
            return 0;
        sum += (s.ptr[i] - '0') * unit;
        unit /= 10;
    }
    return sum > WHOLE ? 0 : sum;
}

/* What stands behind the coding: nothing, or a weight and no more. */
static int weight_of(struct str parameter, bool said)
{
    if (!said)
        return WHOLE;
    parameter = trim_coding(parameter);
    return str_starts_alike(parameter, STR_LIT("q="))
               ? weight_of_coding(str_from(parameter, sizeof("q=") - 1))
               : 0;
}

void accepts_take(struct accepts *a, const char *value)
{
    struct str rest = str_of(value);

    while (rest.len > 0) {
        struct str one = str_cut(&rest, ',');
        const bool said = str_find_char(one, ';') < one.len;
        const struct str coding = trim_coding(str_cut(&one, ';'));
        const int w = weight_of(one, said);

        if (is_alike(coding, "gzip") || is_alike(coding, "x-gzip"))
            a->gzip = w;
        else if (is_alike(coding, "identity"))
            a->identity = w;
        else if (is_alike(coding, "*"))
            a->other = w;
    }
}

bool accepts_gzip(const struct accepts *a)
{
    const int gzip = a->gzip == ACCEPTS_UNSAID ? a->other : a->gzip;

    return gzip > 0 && gzip >= a->identity;
}
