#include "core/value/report_period.h"
#include "core/base/ascii.h"

#define YEAR_BEGINS 4 /* April */

static bool parts_words(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '(' || c == ')' ||
           c == ',' || c == ':' || c == ';' || c == '[' || c == ']';
}

static struct str skip_gap(struct str s)
{
    while (s.len > 0 &&
           (parts_words(s.ptr[0]) || s.ptr[0] == '-' || s.ptr[0] == '.'))
        s = str_from(s, 1);
    if (str_starts(s, STR_LIT("\xE2\x80\x93")))
        return skip_gap(str_from(s, 3));
    return s;
}

static struct str cut_word(struct str *s)
{
    size_t n = 0;
    const struct str all = *s;

    while (n < all.len && !parts_words(all.ptr[n]))
        n++;
    *s = str_from(all, n);
    return str_to(all, n);
}

static bool is_word(const struct wording *w, enum word word, struct str text)
{
    return text.len > 0 && wording_has(w, word, text);
}

static unsigned number_of(struct str s)
{
    unsigned n = 0;

    if (s.len == 0 || s.len > 2)
        return 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!is_digit(s.ptr[i]))
            return 0;
        n = n * 10 + (unsigned)(s.ptr[i] - '0');
    }
    return n;
}

/* 25/26 as well, of this century. */
static int year_of(struct str s)
{
    /* 00/01 may be anything. */
    const int year =
        str_find_char(s, '/') == 2 ? financial_year_read_short(s) : 0;

    return year > 2000 ? year : financial_year_read(s);
}

/* Month 6, Q2, quarter 2: the word at the head of *s, and its number. */
static bool cut_numbered(struct str *s, const struct wording *w,
                         struct report_period *p)
{
    struct str rest = *s;
    const struct str word = cut_word(&rest);
    struct str name = word;
    const uint8_t before = p->month;
    unsigned n;

    while (name.len > 0 && is_digit(name.ptr[name.len - 1]))
        name.len--;
    n = number_of(str_from(word, name.len));
    if (name.len == word.len) {
        rest = skip_gap(rest);
        n = number_of(cut_word(&rest));
    }
    if (n >= 1 && n <= 4 && is_word(w, WORD_QUARTER, name)) {
        p->month = (uint8_t)(n * 3);
        p->months = 3;
    } else if (n >= 1 && n <= 13 && is_word(w, WORD_MONTH, name)) {
        p->month = (uint8_t)(n == 13 ? 12 : n); /* what closes the year */
        p->months = 1;
    } else {
        return false;
    }
    if (before != 0 && before != p->month) /* Q1 to Q2 is neither */
        return false;
    *s = rest;
    return true;
}

static bool cut_year(struct str *s, struct report_period *p)
{
    struct str rest = *s;
    const int year = year_of(cut_word(&rest));

    if (year == 0 || (p->months == 12 && p->year != year))
        return false;
    if (p->year == 0)
        p->year = (int16_t)year;
    if (p->months == 0)
        p->months = 12;
    *s = rest;
    return true;
}

/* 30 September 2026, September 2026, September, 2026. */
static bool cut_date(struct str *s, const struct wording *w,
                     struct report_period *p)
{
    struct str rest = *s;
    struct date d;

    if (date_scan(&rest, &w->calendar, &d) != DATE_OK ||
        (rest.len > 0 && !parts_words(rest.ptr[0]) && rest.ptr[0] != '-' &&
         rest.ptr[0] != '.'))
        return false;
    if (d.month == 0 && (d.day != 0 || d.year < 1900 || p->year != 0))
        return false;
    if (d.month == 0) {
        p->year = d.year;
        p->calendar = true;
        if (p->months == 0)
            p->months = 12;
    } else {
        p->month = (uint8_t)((d.month + 12 - YEAR_BEGINS) % 12 + 1);
        p->months = 1;
        p->named = true;
        p->day = d.day;
        if (d.year != 0) {
            p->year = (int16_t)(d.year - (d.month < YEAR_BEGINS));
            p->calendar = false;
        }
    }
    *s = rest;
    return true;
}

static bool cut_part(struct str *s, const struct wording *w,
                     struct report_period *p)
{
    return cut_numbered(s, w, p) || cut_year(s, p) || cut_date(s, w, p);
}

bool report_period_read(struct str text, const struct wording *w,
                        struct report_period *period)
{
    struct report_period p = {.year = 0};
    struct str rest = skip_gap(text);

    while (rest.len > 0) {
        struct str after = rest;

        if (!cut_part(&rest, w, &p)) {
            if (!is_word(w, WORD_AS_AT, cut_word(&after)))
                return false;
            rest = after;
        }
        rest = skip_gap(rest);
    }
    *period = p;
    return p.months > 0;
}

void report_period_add(struct report_period *p, struct report_period part)
{
    if (part.calendar && p->months > 0)
        return;
    if (part.year != 0 && (p->year == 0 || part.day > 0))
        p->year = part.year;
    if (part.month > 0 && (p->month == 0 || part.day > p->day)) {
        p->months = part.day > 0 && p->months == 3 ? 3 : part.months;
        p->month = part.month;
        p->day = part.day;
    }
    if (p->months == 0)
        p->months = part.months;
}

/* What stands between two months. */
static bool has_dash(struct str gap)
{
    return str_find_char(gap, '-') < gap.len ||
           str_find(gap, STR_LIT("\xE2\x80\x93")) < gap.len;
}

/* April to November 2026 is as far as its END. */
static void go_on_to(struct report_period *p, struct report_period end)
{
    const int16_t year = p->year;

    *p = end;
    if (end.year == 0)
        p->year = year;
}

bool report_period_scan(struct str text, const struct wording *w,
                        struct report_period *period)
{
    struct report_period p = {.year = 0};
    struct str rest = skip_gap(text);
    bool month = false; /* one was the last that was met, but for its year */
    bool range = false; /* and the word or the dash of a range follows it */

    while (rest.len > 0) {
        struct report_period part = {.year = 0};
        struct str after = rest;

        if (!cut_part(&after, w, &part)) {
            range = month && is_word(w, WORD_RANGE, cut_word(&after));
            month = range;
        } else if (range && part.month > 0 && part.month != p.month) {
            go_on_to(&p, part);
            range = false;
        } else {
            report_period_add(&p, part);
            month |= part.month > 0;
        }
        if (after.len == rest.len)
            after = str_from(after, 1);
        rest = skip_gap(after);
        range |= month && has_dash(str_to(after, after.len - rest.len));
    }
    *period = p;
    return p.months > 0;
}

struct report_period report_period_of_date(struct date d)
{
    if (d.year == 0)
        return (struct report_period){.year = 0};
    return (struct report_period){
        .year = (int16_t)(d.year - (d.month < YEAR_BEGINS)),
        .month = (uint8_t)((d.month + 12 - YEAR_BEGINS) % 12 + 1),
        .months = 1,
        .day = d.day,
    };
}

struct report_period report_period_around(struct date d, uint8_t months)
{
    struct report_period p = report_period_of_date(d);

    if (p.months == 0)
        return p;
    p.day = 0;
    p.months = months;
    if (months > 1)
        p.month = (uint8_t)((p.month + months - 1) / months * months);
    return p;
}

static struct str quarter_text(struct arena *a, const struct wording *w,
                               struct report_period p)
{
    const struct placeholder placeholders[] = {
        {"number", arena_printf(a, "%d", p.month / 3)},
        {"year", wording_year(a, w, p.year)},
    };

    return wording_fill(a, w->phrases[PHRASE_QUARTER], placeholders, 2);
}

struct date report_period_end(struct report_period p)
{
    const int month = p.month == 0 ? 12 : p.month;
    struct date d = {0, 0, 0};

    if (p.year == 0 || p.months == 0)
        return d;
    d.month = (uint8_t)((month - 1 + YEAR_BEGINS - 1) % 12 + 1);
    d.year = (int16_t)(p.year + (d.month < YEAR_BEGINS));
    d.day = p.day != 0 ? p.day : date_month_days(d.year, d.month);
    return d;
}

struct str report_period_text(struct arena *a, const struct wording *w,
                              struct report_period p)
{
    const struct date end = report_period_end(p);

    if (p.months == 12)
        return wording_year(a, w, p.year);
    if (p.months == 3 && p.day == 0 && w->phrases[PHRASE_QUARTER].len > 0)
        return quarter_text(a, w, p);
    return wording_date(a, w, p.day != 0 ? w->date_pattern : w->month_pattern,
                        end);
}

/* Months from year 0 to the end of the period; quarters where it is one. */
static int index_of(struct report_period p, int year, unsigned length)
{
    const int month = p.month == 0 ? 12 : p.month;
    const int n = length == 3 ? (month + 2) / 3 : month;

    return year * (length == 3 ? 4 : 12) + n;
}

static unsigned length_of(struct report_period p, struct report_period base)
{
    return p.months == 3 || base.months == 3 ? 3 : 1;
}

bool report_period_behind(struct report_period p, struct report_period base,
                          int *behind)
{
    const unsigned length = length_of(p, base);
    int year = p.year;

    if (p.months == 0 || base.months == 0 || p.months == 12 ||
        base.months == 12 || (base.year == 0 && p.year != 0))
        return false;
    if (p.year == 0)
        year = base.year - (index_of(p, 0, length) > index_of(base, 0, length));
    *behind = index_of(base, base.year, length) - index_of(p, year, length);
    return true;
}

enum period_relation report_period_relation(struct report_period p,
                                            struct report_period base)
{
    const int a_year = length_of(p, base) == 3 ? 4 : 12;
    int behind;

    if (p.months == 0 || base.months == 0)
        return PERIOD_OTHER;
    if (p.months == 12 || base.months == 12)
        return report_year_relation(p, base);
    if (!report_period_behind(p, base, &behind))
        return PERIOD_OTHER;
    if (behind == a_year)
        return PERIOD_YEAR_BEFORE;
    if (behind == -a_year)
        return PERIOD_YEAR_AFTER;
    return behind == 0  ? PERIOD_SAME
           : behind > 0 ? PERIOD_BEFORE
                        : PERIOD_AFTER;
}

enum period_relation report_year_relation(struct report_period p,
                                          struct report_period base)
{
    if (p.year == 0 || base.year == 0)
        return PERIOD_OTHER;
    if (p.year == base.year)
        return PERIOD_SAME;
    if (p.year == base.year - 1)
        return PERIOD_YEAR_BEFORE;
    if (p.year == base.year + 1)
        return PERIOD_YEAR_AFTER;
    return PERIOD_OTHER;
}

/* September 2026, Sep-26, 2026-09, or a day of it. */
static bool read_day_of_month(struct arena *a, struct str text,
                              const struct wording *w, struct date *day)
{
    const struct str forms[] = {
        text,
        arena_printf(a, "1 %.*s", STR_ARG(text)),
        arena_printf(a, "1-%.*s", STR_ARG(text)),
        arena_printf(a, "1/%.*s", STR_ARG(text)),
        arena_printf(a, "%.*s-01", STR_ARG(text)),
    };

    for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
        if (date_read(forms[i], &w->calendar, day) == DATE_OK)
            return true;
    }
    return false;
}

bool report_period_months(struct arena *a, struct str text,
                          const struct wording *w, struct date *day,
                          uint8_t *months)
{
    struct report_period period;

    *months = 1;
    if (read_day_of_month(a, text, w, day))
        return true;
    *day = (struct date){0};
    /* April to September 2026 is more than the month it ends with. */
    if (!report_period_read(text, w, &period) || period.calendar ||
        (period.months == 1 && period.named))
        return false;
    *months = period.months;
    *day = report_period_end(period);
    day->day = day->year == 0 ? 0 : 1;
    return day->year != 0;
}
