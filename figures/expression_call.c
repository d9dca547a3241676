#include "figures/expression_call.h"

#define SHARE_SCALE 6  /* decimals that a share is reckoned with, ... */
#define SHARE_PLACES 1 /* and printed with, where no pipe says otherwise */
#define DAYS_MOST 36500

static const struct figure none = {.type = FIGURE_NONE};
static const struct figure blank = {.type = FIGURE_BLANK,
                                    .cell.state = CELL_NOT_APPLICABLE};

/* MADE, which rests on A and B. */
static struct figure resting_on(struct figure made, const struct figure *a,
                                const struct figure *b)
{
    made.audience = a->audience > b->audience ? a->audience : b->audience;
    made.at = a->at;
    return made;
}

/* What the first of two figures is of the second. What income is over or under
   keeps its sign, though the income is below nought. */
static struct figure share(const struct evaluation *ev,
                           const struct expression_node *n,
                           const struct figure *values)
{
    const struct decimal hundred = {100, 0};
    const struct figure *a = &values[0];
    const struct figure *b = &values[1];
    struct figure f = blank;
    struct decimal whole;
    struct decimal d;

    if (n->narguments != 2 || !figure_type_is_numeric(a->type) ||
        a->type != b->type) {
        if (n->narguments == 2 &&
            (a->type == FIGURE_BLANK || b->type == FIGURE_BLANK))
            return f;
        finding(ev->findings, FINDING_BAD_EXPRESSION,
                evaluation_place(ev, n->offset),
                "share() takes two figures of one type");
        return none;
    }
    whole = figure_decimal(b);
    if (figure_is_difference(a) && !figure_is_difference(b))
        whole = decimal_unsigned(whole);
    if (decimal_multiply(figure_decimal(a), hundred, &d) &&
        decimal_divide(d, whole, SHARE_SCALE, &d)) {
        f = figure_of_decimal(TYPE_PERCENT, d);
        f.form.pipe = PIPE_PERCENT;
        f.form.places = SHARE_PLACES + 1;
    }
    return resting_on(f, a, b);
}

/* Whether F is of TYPE; a text becomes what it says. */
static bool is_read_as(const struct evaluation *ev, enum figure_type type,
                       struct figure *f)
{
    const struct scope *s = ev->scope;
    const struct wording *w =
        s->wording != NULL ? s->wording : s->figures->template_used->wording;

    if (f->type == FIGURE_TEXT)
        (void)figure_read(w, type, cell_as_typed(&f->cell), f);
    return f->type == type;
}

/* F as a day: also a text that is one, as columns of days and spans hold. */
static bool is_day(const struct evaluation *ev, struct figure *f)
{
    return is_read_as(ev, FIGURE_DATE, f);
}

static struct figure refused(const struct evaluation *ev,
                             const struct expression_node *n, const char *why)
{
    finding(ev->findings, FINDING_BAD_EXPRESSION,
            evaluation_place(ev, n->offset), "%s", why);
    return none;
}

static struct figure no_day(const struct evaluation *ev,
                            const struct expression_node *n,
                            const struct figure *f)
{
    if (f->type == FIGURE_TEXT)
        finding(ev->findings, FINDING_BAD_EXPRESSION,
                evaluation_place(ev, n->offset),
                "days are counted from a day, which `%.*s` is not",
                STR_ARG(cell_as_typed(&f->cell)));
    else
        finding(ev->findings, FINDING_BAD_EXPRESSION,
                evaluation_place(ev, n->offset),
                "days are counted from a day; here stands %s",
                figure_type_name(f->type));
    return none;
}

/* That of the rules that ask, or of the template; NULL after a finding. */
static const struct calendar *calendar_of(const struct evaluation *ev,
                                          const struct expression_node *n)
{
    const struct rules *rules = ev->scope->rules;
    const struct calendar *c = ev->scope->figures->template_used->calendar;

    if (rules != NULL && rules->calendar != NULL)
        c = rules->calendar;
    if (c == NULL) {
        (void)refused(ev, n, "the template names no calendar of working days");
        finding_hint(ev->findings,
                     "say calendar=\"england-and-wales\" in <template>, or "
                     "another of templates/calendars/");
    }
    return c;
}

/* The calendar does not reach to what is asked from DAY on. */
static struct figure beyond(const struct evaluation *ev,
                            const struct expression_node *n,
                            const struct calendar *c, struct date day)
{
    char asked[DATE_ISO_SIZE];
    char from[DATE_ISO_SIZE];
    char to[DATE_ISO_SIZE];

    finding(ev->findings, FINDING_CALENDAR, evaluation_place(ev, n->offset),
            "working days from %s cannot be counted: the calendar `%s` knows "
            "%s to %s",
            date_iso(day, asked), c->id, date_iso(c->span.from, from),
            date_iso(c->span.to, to));
    finding_hint(ev->findings,
                 "correct the day; or enter the holidays of further years in "
                 "calendars/%s.xml, and `from` or `to`",
                 c->id);
    return none;
}

/* A header field says it as a text. */
static bool whole_number(const struct evaluation *ev, struct figure *f,
                         int64_t *n)
{
    struct decimal d;

    if (!is_read_as(ev, FIGURE_NUMBER, f))
        return false;
    d = figure_decimal(f);
    while (d.scale > 0 && d.coefficient % 10 == 0) {
        d.coefficient /= 10;
        d.scale--;
    }
    *n = d.coefficient;
    return d.scale == 0;
}

static struct figure working_days(const struct evaluation *ev,
                                  const struct expression_node *n,
                                  struct figure day, struct figure count)
{
    const struct calendar *c = calendar_of(ev, n);
    int64_t days = 0;
    struct date result;

    if (c == NULL)
        return none;
    if (day.type == FIGURE_BLANK || count.type == FIGURE_BLANK)
        return blank;
    if (!is_day(ev, &day))
        return no_day(ev, n, &day);
    if (!whole_number(ev, &count, &days))
        return refused(ev, n, "working-days() counts a whole number of days");
    if (!calendar_working_days(c, day.cell.value.date, days, &result))
        return beyond(ev, n, c, day.cell.value.date);
    return resting_on(figure_of_date(result), &day, &count);
}

static struct figure days_after(const struct evaluation *ev,
                                const struct expression_node *n,
                                struct figure day, struct figure count)
{
    int64_t days = 0;
    struct date result;

    if (day.type == FIGURE_BLANK || count.type == FIGURE_BLANK)
        return blank;
    if (!is_day(ev, &day))
        return no_day(ev, n, &day);
    if (!whole_number(ev, &count, &days) || days > DAYS_MOST ||
        days < -DAYS_MOST)
        return refused(ev, n,
                       "days-after() counts a whole number of days, at most "
                       "36,500");
    result = date_of_days(date_days(day.cell.value.date) + (int32_t)days);
    if (result.year == 0)
        return refused(ev, n, "days-after() leads to no year of a calendar");
    return resting_on(figure_of_date(result), &day, &count);
}

/* Working days, or days of any kind, that lie between two. */
static struct figure clear_days(const struct evaluation *ev,
                                const struct expression_node *n,
                                struct figure from, struct figure to)
{
    const bool working = n->function == FUNCTION_CLEAR_WORKING_DAYS;
    const struct calendar *c = working ? calendar_of(ev, n) : NULL;
    struct date a;
    struct date b;
    int64_t days;

    if (working && c == NULL)
        return none;
    if (from.type == FIGURE_BLANK || to.type == FIGURE_BLANK)
        return blank;
    if (!is_day(ev, &from))
        return no_day(ev, n, &from);
    if (!is_day(ev, &to))
        return no_day(ev, n, &to);
    a = from.cell.value.date;
    b = to.cell.value.date;
    days = (int64_t)date_days(b) - date_days(a) - 1;
    if (days < 0)
        days = 0;
    if (working && !calendar_clear_days(c, a, b, &days))
        return beyond(ev, n, c, calendar_knows(c, a) ? b : a);
    return resting_on(figure_of_decimal(TYPE_NUMBER, (struct decimal){days, 0}),
                      &from, &to);
}

struct figure expression_call(const struct evaluation *ev,
                              const struct expression_node *n,
                              const struct figure *values)
{
    if (n->function == FUNCTION_SHARE)
        return share(ev, n, values);
    if (n->narguments != 2)
        return refused(ev, n, "this function takes two arguments");
    if (n->function == FUNCTION_WORKING_DAYS)
        return working_days(ev, n, values[0], values[1]);
    if (n->function == FUNCTION_DAYS_AFTER)
        return days_after(ev, n, values[0], values[1]);
    return clear_days(ev, n, values[0], values[1]);
}
