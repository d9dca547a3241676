#include "figures/data_days.h"
#include "figures/report_day.h"
#include "figures/row_index.h"

static struct str day_text(const struct figures *f, struct date day)
{
    const struct wording *w = f->template_used->wording;

    return wording_date(f->arena, w, w->date_pattern, day);
}

/* The first day of the MONTHS that end with that of LAST. */
static struct date first_of_months(struct date last, int months)
{
    const int first = last.year * 12 + last.month - (months > 1 ? months : 1);

    return (struct date){(int16_t)(first / 12), (uint8_t)(first % 12 + 1), 1};
}

/* The last day of the month that is MONTHS after that of DAY. */
static struct date last_of_month(struct date day, int months)
{
    const int month = day.year * 12 + day.month - 1 + months;
    const int year = month / 12;

    return (struct date){(int16_t)year, (uint8_t)(month % 12 + 1),
                         date_month_days(year, month % 12 + 1)};
}

/* The period that the whole report is of, and the last day of the next one. */
struct report_days {
    struct interval period; /* no dates: it is not said */
    struct date next_end;
};

static struct report_days period_days(const struct figures *f)
{
    const struct field *period = report_period_field(f->report);

    if (period == NULL)
        return (struct report_days){{{0, 0, 0}, {0, 0, 0}}, {0, 0, 0}};
    return (struct report_days){
        {first_of_months(period->date, period->months),
         last_of_month(period->date, 0)},
        last_of_month(period->date, period->months > 1 ? period->months : 1)};
}

/* Months from that of DAY to that of BEGIN. */
static int months_before(struct date day, struct date begin)
{
    return (begin.year - day.year) * 12 + begin.month - day.month;
}

/* The file of last month, or of a year ago. What is older is meant: figures of
   the last quarter, a series up to the end of a year. */
static bool is_last_period(struct date day, struct date begin)
{
    const int months = months_before(day, begin);

    return months == 1 || months == 12;
}

static void say_after(const struct figures *f, const struct data *d,
                      struct date day, struct findings *findings)
{
    finding(findings, FINDING_AS_AT, d->at,
            "the data `%s` is of %.*s, after the day of the report, %.*s",
            d->id, STR_ARG(day_text(f, d->as_at)), STR_ARG(day_text(f, day)));
    finding_hint(findings, "correct `as-at`, or the date of the report");
}

static void say_before(const struct figures *f, const struct data *d,
                       struct date begin, struct findings *findings)
{
    finding(findings, FINDING_AS_AT, d->at,
            "the data `%s` is of %.*s, before the period of the report begins, "
            "%.*s: is it last period's file?",
            d->id, STR_ARG(day_text(f, d->as_at)), STR_ARG(day_text(f, begin)));
    finding_hint(findings, "put this period's file in its place, or correct "
                           "`as-at`");
}

/* A day or two later is when finance took the figures out; the end of the next
   period is another one's. */
static void say_later_period(const struct figures *f, const struct data *d,
                             struct date end, struct findings *findings)
{
    finding(findings, FINDING_AS_AT, d->at,
            "the data `%s` is of %.*s, and the period of the report ends on "
            "%.*s: is `period` that of last time?",
            d->id, STR_ARG(day_text(f, d->as_at)), STR_ARG(day_text(f, end)));
    finding_hint(findings, "correct `period` in the header, or `as-at`");
}

static void say_disagree(const struct figures *f, const struct data *d,
                         const struct data *first, struct findings *findings)
{
    finding(findings, FINDING_AS_AT, d->at,
            "the data `%s` is of %.*s, and `%s` of %.*s", d->id,
            STR_ARG(day_text(f, d->as_at)), first->id,
            STR_ARG(day_text(f, first->as_at)));
    finding_hint(findings, "if one of them is last period's, put this "
                           "period's in its place");
}

/* The last of the days that the balances carried forward of T are said to be
   of, in *ROW; no date: none says one. */
static struct date closing_day(const struct figures *f, const struct table *t,
                               size_t *row)
{
    struct date last = {0, 0, 0};

    for (size_t r = 0; r < t->nrows; r++) {
        struct report_period named;
        struct date day;

        if (t->row_roles[r] != ROW_CLOSING ||
            !report_period_scan(row_name(t, r), f->template_used->wording,
                                &named) ||
            named.day == 0)
            continue;
        day = report_period_end(named);
        if (day.year == 0 || (last.year != 0 && date_compare(day, last) <= 0))
            continue;
        last = day;
        *row = r;
    }
    return last;
}

/* A cash book that ends a month or more before the day that it is said to be
   of; one that was taken out some days later is not old. */
static void check_balance_day(const struct figures *f, const struct data *d,
                              struct findings *findings)
{
    const struct table *t = d->table;
    size_t row = 0;
    const struct date day = closing_day(f, t, &row);
    size_t name = 0; /* the first cell that holds anything */

    if (day.year == 0 || date_compare(d->as_at, last_of_month(day, 1)) < 0)
        return;
    while (name + 1 < t->ncolumns &&
           table_cell(t, row, name)->state == CELL_BLANK)
        name++;
    finding(findings, FINDING_AS_AT, table_cell_place(t, row, name),
            "`%.*s` is the end of an earlier month than the data `%s` is of, "
            "%.*s: is it last period's file?",
            STR_ARG(row_name(t, row)), d->id, STR_ARG(day_text(f, d->as_at)));
    finding_hint(findings, "put this period's file in its place, or correct "
                           "`as-at`");
}

/* Whether D says of which day its figures are: a plan does not. */
static bool is_of_a_day(const struct data *d)
{
    return d->id != NULL && d->table != NULL && d->as_at.year != 0;
}

void data_days_check(const struct figures *figures, struct findings *findings)
{
    const struct report *r = figures->report;
    const struct date day = figures_report_day(figures);
    const struct report_days days = period_days(figures);
    const struct date begin = days.period.from;
    const struct data *first = NULL;
    bool disagree = false;

    for (size_t i = 0; i < r->ndata; i++) {
        const struct data *d = &r->data[i];

        if (!is_of_a_day(d))
            continue;
        check_balance_day(figures, d, findings);
        if (day.year != 0 && date_compare(d->as_at, day) > 0)
            say_after(figures, d, day, findings);
        else if (begin.year != 0 && is_last_period(d->as_at, begin))
            say_before(figures, d, begin, findings);
        else if (begin.year != 0 && date_compare(d->as_at, days.next_end) >= 0)
            say_later_period(figures, d, days.period.to, findings);
        else if (begin.year == 0 && first != NULL && !disagree &&
                 date_compare(d->as_at, first->as_at) != 0) {
            say_disagree(figures, d, first, findings);
            disagree = true;
        }
        first = first == NULL ? d : first;
    }
}
