#include "input/table/heading_holes.h"
#include "core/base/ascii.h"

#define HOLE_TEXT_MAX 200 /* bytes: no heading is longer */

/* A name around its hole. */
struct pattern {
    struct str before;
    struct str hole;
    struct str after;
};

static struct pattern pattern_of(struct str name)
{
    struct str rest = name;
    struct pattern p;

    p.before = str_cut(&rest, '{');
    p.hole = str_cut(&rest, '}');
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

static enum hole_fit of_relation(enum period_relation r,
                                 enum period_relation wanted)
{
    if (r == PERIOD_OTHER)
        return HOLE_UNKNOWN;
    return r == wanted ? HOLE_FITS : HOLE_OTHER;
}

/* What is known of months says nothing of a year alone, and the other way. */
static enum hole_fit period_fit(const struct holes *h, struct str hole,
                                struct str text)
{
    struct report_period p;
    enum period_relation r;

    if (!report_period_read(text, h->wording, &p))
        return HOLE_NONE;
    if (p.months < 12 && (h->period.months == 12 || h->period.months == 0))
        return HOLE_UNKNOWN;
    r = report_period_relation(p, h->period);
    if (str_is(hole, "period"))
        return of_relation(r, PERIOD_SAME);
    if (str_is(hole, "period-before"))
        return of_relation(r, PERIOD_BEFORE);
    return of_relation(r, PERIOD_YEAR_BEFORE);
}

static enum hole_fit year_fit(const struct holes *h, struct str hole,
                              struct str text)
{
    struct report_period p;
    enum period_relation r;

    if (!report_period_read(text, h->wording, &p) || p.months != 12)
        return HOLE_NONE;
    if (h->period.year == 0)
        return HOLE_UNKNOWN;
    r = report_year_relation(p, h->period);
    if (r == PERIOD_OTHER)
        return HOLE_OTHER;
    if (str_is(hole, "year"))
        return of_relation(r, PERIOD_SAME);
    return of_relation(r, str_is(hole, "year-before") ? PERIOD_YEAR_BEFORE
                                                      : PERIOD_YEAR_AFTER);
}

/* The first or the last day of a month. */
static enum hole_fit day_fit(const struct holes *h, struct str hole,
                             struct str text)
{
    struct date d;

    if (date_read(text, &h->wording->calendar, &d) != DATE_OK)
        return HOLE_NONE;
    if (str_is(hole, "first-day"))
        return d.day == 1 ? HOLE_FITS : HOLE_NONE;
    return d.day == date_month_days(d.year, d.month) ? HOLE_FITS : HOLE_NONE;
}

static enum hole_fit filler_fit(const struct holes *h, struct str hole,
                                struct str text)
{
    text = str_trim(text);
    if (text.len == 0)
        return HOLE_NONE;
    if (str_is(hole, "group"))
        return h->group.len > 0 && str_same_word(text, h->group) ? HOLE_FITS
                                                                 : HOLE_NONE;
    if (str_is(hole, "first-day") || str_is(hole, "last-day"))
        return day_fit(h, hole, text);
    return str_starts(hole, STR_LIT("period")) ? period_fit(h, hole, text)
                                               : year_fit(h, hole, text);
}

/* The best fit of what stands behind byte FROM of TEXT. */
static enum hole_fit fit_from(const struct holes *h, const struct pattern *p,
                              struct str text, size_t from)
{
    enum hole_fit best = HOLE_NONE;

    for (size_t end = text.len; end > from; end--) {
        enum hole_fit fit;

        if (!ends_word(text, end) ||
            !str_same_word(p->after, str_from(text, end)))
            continue;
        fit = filler_fit(h, p->hole, str_from(str_to(text, end), from));
        best = fit > best ? fit : best;
    }
    return best;
}

/* `01 April` as names have it: 1 April. */
static struct str without_noughts(struct str text, char out[HOLE_TEXT_MAX])
{
    size_t n = 0;

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '0' || !begins_word(text, i) || i + 2 >= text.len ||
            !is_digit(text.ptr[i + 1]) || text.ptr[i + 2] != ' ')
            out[n++] = text.ptr[i];
    }
    return (struct str){out, n};
}

enum hole_fit hole_fit(const struct holes *h, struct str name, struct str text)
{
    const struct pattern p = pattern_of(name);
    enum hole_fit best = HOLE_NONE;
    char plain[HOLE_TEXT_MAX];

    if (text.len > HOLE_TEXT_MAX)
        return HOLE_NONE;
    text = without_noughts(text, plain);
    for (size_t from = 0; from < text.len && best < HOLE_FITS; from++) {
        enum hole_fit fit;

        if (!begins_word(text, from) ||
            !str_same_word(p.before, str_to(text, from)))
            continue;
        fit = fit_from(h, &p, text, from);
        best = fit > best ? fit : best;
    }
    return best;
}
