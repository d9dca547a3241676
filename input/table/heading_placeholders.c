#include "input/table/heading_placeholders.h"
#include "core/base/ascii.h"
#include "core/value/unit.h"

#include <stdio.h>

#define HEADING_MAX 200 /* bytes: no heading with a placeholder is longer */
#define HEADING_ROOM 400
#define DAY_ROOM 64 /* for a day in words */

/* A name around its placeholder. */
struct pattern {
    struct str before;
    struct str placeholder;
    struct str after;
};

static struct pattern pattern_of(struct str name)
{
    struct str rest = name;
    struct pattern p;

    p.before = str_cut(&rest, '{');
    p.placeholder = str_cut(&rest, '}');
    p.after = rest;
    return p;
}

static bool begins_word(struct str text, size_t at)
{
    const char c = at == 0 ? ' ' : text.ptr[at - 1];

    return c == ' ' || c == '(' || c == '-' || c == '/' || c == '\t' ||
           c == '\n' || c == ':' || c == ',';
}

static bool ends_word(struct str text, size_t at)
{
    return at == text.len || (at < text.len && (begins_word(text, at + 1) ||
                                                text.ptr[at] == ')'));
}

static enum placeholder_fit of_relation(enum period_relation r,
                                        enum period_relation wanted)
{
    if (r == PERIOD_OTHER)
        return PLACEHOLDER_UNKNOWN;
    return r == wanted ? PLACEHOLDER_FITS : PLACEHOLDER_OTHER;
}

/* What is known of months says nothing of a year alone, and the other way. */
static enum placeholder_fit period_fit(const struct heading_fillers *h,
                                       struct str placeholder, struct str text)
{
    struct report_period p;
    enum period_relation r;

    if (!report_period_read(text, h->wording, &p))
        return PLACEHOLDER_NONE;
    if (p.months < 12 && (h->period.months == 12 || h->period.months == 0))
        return PLACEHOLDER_UNKNOWN;
    if (p.months == 12 && h->period.months > 0 && h->period.months < 12)
        return PLACEHOLDER_NONE; /* {year} says more of it */
    r = report_period_relation(p, h->period);
    if (str_is(placeholder, "period"))
        return of_relation(r, PERIOD_SAME);
    if (str_is(placeholder, "period-before"))
        return of_relation(r, PERIOD_BEFORE);
    return of_relation(r, PERIOD_YEAR_BEFORE);
}

static enum placeholder_fit year_fit(const struct heading_fillers *h,
                                     struct str placeholder, struct str text)
{
    struct report_period p;
    enum period_relation r;

    if (!report_period_read(text, h->wording, &p) || p.months != 12)
        return PLACEHOLDER_NONE;
    if (h->period.year == 0)
        return PLACEHOLDER_UNKNOWN;
    r = report_year_relation(p, h->period);
    if (r == PERIOD_OTHER)
        return PLACEHOLDER_OTHER;
    if (str_is(placeholder, "year"))
        return of_relation(r, PERIOD_SAME);
    return of_relation(r, str_is(placeholder, "year-before")
                              ? PERIOD_YEAR_BEFORE
                              : PERIOD_YEAR_AFTER);
}

/* The first or the last day of a month. */
static enum placeholder_fit day_fit(const struct heading_fillers *h,
                                    struct str placeholder, struct str text)
{
    struct date d;

    if (date_read(text, &h->wording->calendar, &d) != DATE_OK)
        return PLACEHOLDER_NONE;
    if (str_is(placeholder, "first-day"))
        return d.day == 1 ? PLACEHOLDER_FITS : PLACEHOLDER_NONE;
    return d.day == date_month_days(d.year, d.month) ? PLACEHOLDER_FITS
                                                     : PLACEHOLDER_NONE;
}

static enum placeholder_fit filler_fit(const struct heading_fillers *h,
                                       struct str placeholder, struct str text)
{
    struct unit unit;

    /* `Forecast (£000) 2026/27`: the unit may stand between them. */
    text = unit_cut(str_trim(text), h->wording, &unit);
    if (text.len == 0)
        return PLACEHOLDER_NONE;
    if (str_is(placeholder, "group"))
        return h->group.len > 0 && str_same_word(text, h->group)
                   ? PLACEHOLDER_FITS
                   : PLACEHOLDER_NONE;
    if (str_is(placeholder, "first-day") || str_is(placeholder, "last-day"))
        return day_fit(h, placeholder, text);
    return str_starts(placeholder, STR_LIT("period"))
               ? period_fit(h, placeholder, text)
               : year_fit(h, placeholder, text);
}

/* The best fit of what stands behind byte FROM of TEXT. */
static enum placeholder_fit fit_from(const struct heading_fillers *h,
                                     const struct pattern *p, struct str text,
                                     size_t from)
{
    enum placeholder_fit best = PLACEHOLDER_NONE;

    for (size_t end = text.len; end > from; end--) {
        enum placeholder_fit fit;

        if (!ends_word(text, end) ||
            !str_same_word(p->after, str_from(text, end)))
            continue;
        fit = filler_fit(h, p->placeholder, str_from(str_to(text, end), from));
        best = fit > best ? fit : best;
    }
    return best;
}

/* The length of a day in figures that TEXT begins with, as 01/04/2026
   or 1.4.26; 0: it begins with none. */
static size_t day_length(const struct heading_fillers *h, struct str text,
                         struct date *day)
{
    size_t marks = 0;
    size_t end = 0;

    while (end < text.len && (is_digit(text.ptr[end]) || text.ptr[end] == '/' ||
                              text.ptr[end] == '.'))
        marks += !is_digit(text.ptr[end++]);
    return marks == 2 && date_read(str_to(text, end), &h->wording->calendar,
                                   day) == DATE_OK
               ? end
               : 0;
}

/* The length of a year in two digits twice that TEXT begins with, but for 00-01
   and those that have a slash, which are read so everywhere; 0: with none. */
static size_t year_length(struct str text, int *year)
{
    size_t end = 0;

    while (end < text.len && text.ptr[end] != '/' && !ends_word(text, end))
        end++;
    if (end < text.len && text.ptr[end] == '-') /* ends words, too */
        end = text.len < 5 ? text.len : 5;
    *year = end < 5 || !ends_word(text, end)
                ? 0
                : financial_year_read_short(str_to(text, end));
    return *year > 2000 ? end : 0;
}

/* `01 April`, `01/04/2026`, `26-27` as names have them: 1 April, 1 April 2026,
   2026/27. Empty where a month has a name that no heading has room for. */
static struct str as_names_have_it(const struct heading_fillers *h,
                                   struct str text, char out[HEADING_ROOM])
{
    size_t n = 0;

    for (size_t i = 0; i < text.len && n + DAY_ROOM < HEADING_ROOM; i++) {
        const struct str rest = str_from(text, i);
        struct date day;
        const size_t length =
            begins_word(text, i) ? day_length(h, rest, &day) : 0;
        int year = 0;
        const size_t years =
            length == 0 && begins_word(text, i) ? year_length(rest, &year) : 0;

        if (years > 0) {
            n += (size_t)snprintf(&out[n], DAY_ROOM, "%d/%02d", year,
                                  (year + 1) % 100);
            i += years - 1;
        } else if (length > 0) {
            const int words = snprintf(
                &out[n], DAY_ROOM, "%d %.*s %d", day.day,
                STR_ARG(h->wording->calendar.months[day.month - 1]), day.year);

            if (words < 0 || words >= DAY_ROOM)
                return (struct str){NULL, 0};
            n += (size_t)words;
            i += length - 1;
        } else if (text.ptr[i] != '0' || !begins_word(text, i) ||
                   rest.len <= 2 || !is_digit(rest.ptr[1]) ||
                   rest.ptr[2] != ' ') {
            out[n++] = text.ptr[i];
        }
    }
    return (struct str){out, n};
}

/* Whether A of a name, where that is a letter, is another than B of a text. */
static bool is_other_letter(char a, char b)
{
    return is_ascii_letter(a) && (is_ascii_letter(b) || is_digit(b)) &&
           (a | 0x20) != (b | 0x20);
}

/* Most names: by the letters that they begin and end with. */
static bool is_told_apart(struct str name, struct str text)
{
    return name.len > 0 && text.len > 0 &&
           (is_other_letter(name.ptr[0], text.ptr[0]) ||
            is_other_letter(name.ptr[name.len - 1], text.ptr[text.len - 1]));
}

enum placeholder_fit placeholder_fit(const struct heading_fillers *h,
                                     struct str name, struct str text)
{
    enum placeholder_fit best = PLACEHOLDER_NONE;
    char room[HEADING_ROOM];
    struct pattern p;

    if (text.len > HEADING_MAX || is_told_apart(name, text))
        return PLACEHOLDER_NONE;
    p = pattern_of(name);
    text = as_names_have_it(h, text, room);
    for (size_t from = 0; from < text.len && best < PLACEHOLDER_FITS; from++) {
        enum placeholder_fit fit;

        if (!begins_word(text, from) ||
            !str_same_word(p.before, str_to(text, from)))
            continue;
        fit = fit_from(h, &p, text, from);
        best = fit > best ? fit : best;
    }
    return best;
}
