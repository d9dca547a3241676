#include "core/base/buf.h"
#include "core/value/wording.h"

#include <assert.h>
#include <string.h>

/* Twenty digits, a separator of up to four bytes after every third. */
#define FIGURE_MAX 128
#define SEPARATOR_MAX 8

static size_t put(char *out, size_t len, struct str s)
{
    if (s.len == 0 || s.len > FIGURE_MAX - len)
        return len;
    memcpy(out + len, s.ptr, s.len);
    return len + s.len;
}

/* A separator longer than any known language's is left out. */
static struct str separator(struct str s)
{
    return s.len <= SEPARATOR_MAX ? s : (struct str){NULL, 0};
}

/* MAGNITUDE / 10^SCALE with the separators of the wording. */
static size_t grouped(char out[FIGURE_MAX], const struct wording *w,
                      uint64_t magnitude, unsigned scale)
{
    char digits[40] = {0};
    size_t first = sizeof(digits);
    size_t len = 0;
    size_t whole;

    assert(scale <= DECIMAL_SCALE_MAX);
    while (magnitude > 0 || sizeof(digits) - first <= scale) {
        digits[--first] = (char)('0' + magnitude % 10);
        magnitude /= 10;
    }
    whole = sizeof(digits) - first - scale;
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            len = put(out, len, separator(w->thousands));
        out[len++] = digits[first + i];
    }
    if (scale > 0) {
        len = put(out, len, separator(w->decimal_point));
        len =
            put(out, len, (struct str){digits + sizeof(digits) - scale, scale});
    }
    return len;
}

static uint64_t magnitude_of(int64_t n)
{
    return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

static struct str signed_amount(struct arena *a, const struct wording *w,
                                bool negative, struct str amount)
{
    const struct placeholder placeholder = {"amount", amount};

    return negative ? wording_fill(a, w->minus_pattern, &placeholder, 1)
                    : arena_str(a, amount);
}

struct str wording_money(struct arena *a, const struct wording *w,
                         int64_t pence, int decimals)
{
    uint64_t magnitude = magnitude_of(pence);
    char digits[FIGURE_MAX];
    struct str amount;

    if (decimals == 0)
        magnitude = magnitude / 100 + (magnitude % 100 >= 50);
    amount.len = grouped(digits, w, magnitude, decimals == 0 ? 0 : MONEY_SCALE);
    amount.ptr = digits;
    amount = arena_printf(a, "%.*s%.*s", STR_ARG(w->currency), STR_ARG(amount));
    /* What rounds to nothing has no sign. */
    return signed_amount(a, w, pence < 0 && magnitude > 0, amount);
}

/* D in units of UNIT; what has too many digits to be divided is left whole. */
static struct str in_units(struct arena *a, const struct wording *w,
                           struct decimal d, int64_t unit, struct str pattern,
                           bool money, uint8_t places)
{
    const struct decimal divisor = {unit, 0};
    char digits[FIGURE_MAX];
    struct decimal units;
    struct placeholder placeholder = {"amount", {NULL, 0}};
    struct str amount;

    if (!decimal_divide(d, divisor, (uint8_t)(places > 0 ? places - 1 : 1),
                        &units))
        return wording_number(a, w, d);
    if (places == 0 && units.coefficient % 10 == 0)
        units = (struct decimal){units.coefficient / 10, 0};
    amount.ptr = digits;
    amount.len =
        grouped(digits, w, magnitude_of(units.coefficient), units.scale);
    placeholder.value = amount;
    if (money)
        placeholder.value =
            arena_printf(a, "%.*s%.*s", STR_ARG(w->currency), STR_ARG(amount));
    return signed_amount(a, w, units.coefficient < 0,
                         wording_fill(a, pattern, &placeholder, 1));
}

struct str wording_thousands(struct arena *a, const struct wording *w,
                             struct decimal d, bool money, uint8_t places)
{
    return in_units(a, w, d, 1000, w->thousand_pattern, money, places);
}

struct str wording_millions(struct arena *a, const struct wording *w,
                            struct decimal d, bool money, uint8_t places)
{
    return in_units(a, w, d, 1000000, w->million_pattern, money, places);
}

struct str wording_number(struct arena *a, const struct wording *w,
                          struct decimal d)
{
    char digits[FIGURE_MAX];
    const size_t len = grouped(digits, w, magnitude_of(d.coefficient), d.scale);

    return signed_amount(a, w, d.coefficient < 0, (struct str){digits, len});
}

struct str wording_percent(struct arena *a, const struct wording *w,
                           struct decimal d)
{
    char digits[FIGURE_MAX];
    const size_t len = grouped(digits, w, magnitude_of(d.coefficient), d.scale);
    const struct placeholder placeholder = {"number", {digits, len}};
    const struct str amount =
        wording_fill(a, w->percent_pattern, &placeholder, 1);

    return signed_amount(a, w, d.coefficient < 0, amount);
}

struct str wording_date(struct arena *a, const struct wording *w,
                        struct str pattern, struct date d)
{
    const struct calendar_words *words = &w->calendar;
    char day2[2];
    char month2[2];
    char year[4];

    if (!date_valid(d))
        return (struct str){NULL, 0};
    day2[0] = (char)('0' + d.day / 10);
    day2[1] = (char)('0' + d.day % 10);
    month2[0] = (char)('0' + d.month / 10);
    month2[1] = (char)('0' + d.month % 10);
    for (unsigned i = 4, rest = (unsigned)d.year; i-- > 0; rest /= 10)
        year[i] = (char)('0' + rest % 10);

    const struct placeholder placeholders[] = {
        {"day", d.day < 10 ? (struct str){day2 + 1, 1} : (struct str){day2, 2}},
        {"day2", {day2, 2}},
        {"ordinal", words->ordinals[d.day - 1]},
        {"month", words->months[d.month - 1]},
        {"month-short", words->months_short[d.month - 1]},
        {"month-after", words->months_after[d.month - 1].len > 0
                            ? words->months_after[d.month - 1]
                            : words->months[d.month - 1]},
        {"year", {year, 4}},
        {"weekday", words->weekdays[date_weekday(d)]},
        {"month2", {month2, 2}},
        {"weekday-short", words->weekdays_short[date_weekday(d)]},
        {"year2", {year + 2, 2}},
    };

    return wording_fill(a, pattern, placeholders,
                        sizeof(placeholders) / sizeof(*placeholders));
}

struct str wording_year(struct arena *a, const struct wording *w, int first)
{
    struct placeholder placeholders[3] = {
        {"first", {NULL, 0}}, {"second", {NULL, 0}}, {"second2", {NULL, 0}}};

    if (first < 1 || first > 9998)
        return (struct str){NULL, 0};
    placeholders[0].value = arena_printf(a, "%04d", first);
    placeholders[1].value = arena_printf(a, "%04d", first + 1);
    placeholders[2].value = arena_printf(a, "%02d", (first + 1) % 100);
    return wording_fill(a, w->year_pattern, placeholders, 3);
}

struct str wording_cut_entry(struct str *list)
{
    struct str entry = {NULL, 0};

    while (list->len > 0 && entry.len == 0)
        entry = str_trim(str_cut(list, ';'));
    return entry;
}

struct str wording_list(struct arena *a, const struct wording *w,
                        struct str list)
{
    struct str rest = list;
    struct str found = wording_cut_entry(&rest);
    struct str next = wording_cut_entry(&rest);
    struct buf out;

    buf_init(&out, a->limit);
    for (; next.len > 0; next = wording_cut_entry(&rest)) {
        if (out.len > 0)
            buf_str(&out, w->phrases[PHRASE_LIST_SEPARATOR]);
        buf_str(&out, found);
        found = next;
    }
    if (out.len > 0)
        buf_str(&out, w->phrases[PHRASE_LIST_LAST]);
    buf_str(&out, found);
    return arena_take(a, &out);
}

struct str wording_size(struct arena *a, const struct wording *w, size_t bytes)
{
    const bool large = bytes >= 999950; /* 1,000.0 kB */
    const size_t unit = large ? 100000 : 100;
    struct decimal n = {(int64_t)((bytes + unit / 2) / unit), 1};
    struct placeholder placeholder = {"number", {NULL, 0}};

    if (n.coefficient == 0)
        n.coefficient = 1;
    if (n.coefficient % 10 == 0)
        n = (struct decimal){n.coefficient / 10, 0};
    placeholder.value = wording_number(a, w, n);
    return wording_fill(a,
                        w->phrases[large ? PHRASE_MEGABYTES : PHRASE_KILOBYTES],
                        &placeholder, 1);
}
