#include "figures/check_choices.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

static const struct date no_date = {0, 0, 0};

/* The first or the last day of what a cell says of time; year 0: none. */
static struct date day_of(const struct table *t, size_t row, size_t column,
                          bool last)
{
    const struct kind_column *kind = t->columns[column].kind;
    const struct cell *cell = table_cell(t, row, column);
    const struct period *p;

    if (kind == NULL || cell->state != CELL_VALUE)
        return no_date;
    if (kind->type == TYPE_DATE)
        return cell->value.date;
    if (kind->type != TYPE_PERIOD)
        return no_date;
    p = cell->value.period;
    if (p->count == 0)
        return no_date;
    return last ? p->intervals[p->count - 1].to : p->intervals[0].from;
}

void check_order(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    const size_t before =
        check_column(c, check->nplus > 0 ? check->plus[0] : NULL);

    if (result == t->ncolumns || before == t->ncolumns)
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_DATE_ORDER, r, result};
        const struct date end = day_of(t, r, result, true);
        const struct date start = day_of(t, r, before, false);

        if (end.year == 0 || start.year == 0 || date_compare(end, start) >= 0)
            continue;
        (void)comparison_finding(c, &comparison, (struct decimal){0, 0},
                                 "%.*s: %.*s comes before %.*s",
                                 STR_ARG(row_name(t, r)),
                                 STR_ARG(check_cell_text(c, r, result)),
                                 STR_ARG(check_cell_text(c, r, before)));
    }
}

/* The earlier of the two days behind which nothing can have happened. */
static struct date last_day(const struct checks *c)
{
    const struct date data = c->data->as_at;
    const struct date report = c->report_day;

    if (data.year == 0)
        return report;
    if (report.year != 0 && date_compare(report, data) < 0)
        return report;
    return data;
}

void check_past(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    const struct date last = last_day(c);

    if (result == t->ncolumns || last.year == 0)
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_DATE_ORDER, r, result};
        const struct date day = day_of(t, r, result, false);

        if (day.year == 0 || date_compare(day, last) <= 0)
            continue;
        (void)comparison_finding(
            c, &comparison, (struct decimal){0, 0},
            "%.*s: %.*s comes after %.*s", STR_ARG(row_name(t, r)),
            STR_ARG(check_cell_text(c, r, result)),
            STR_ARG(wording_date(c->arena, c->wording, c->wording->date_pattern,
                                 last)));
    }
}

static void say_status(struct checks *c, size_t row, size_t result, size_t of,
                       const char *what)
{
    const struct comparison comparison = {FINDING_STATUS, row, result};
    const struct date at = c->data->as_at;

    (void)comparison_finding(
        c, &comparison, (struct decimal){0, 0}, "%.*s: %.*s, and %.*s %s %.*s",
        STR_ARG(row_name(c->table, row)),
        STR_ARG(check_cell_text(c, row, result)),
        STR_ARG(check_cell_text(c, row, of)), what,
        STR_ARG(
            wording_date(c->arena, c->wording, c->wording->date_pattern, at)));
}

void check_status(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    const size_t of = check_column(c, check->of);
    const struct date at = c->data->as_at;

    if (result == t->ncolumns || of == t->ncolumns || at.year == 0)
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct kind_choice *status = check_choice(c, r, result);
        const struct date first = day_of(t, r, of, false);
        const struct date last = day_of(t, r, of, true);

        if (status == NULL)
            continue;
        if (status->status == STATUS_COMPLETE && first.year != 0 &&
            date_compare(first, at) > 0)
            say_status(c, r, result, of, "comes after");
        if ((status->status == STATUS_ON_TRACK ||
             status->status == STATUS_NOT_STARTED) &&
            last.year != 0 && date_compare(last, at) < 0)
            say_status(c, r, result, of, "was over on");
    }
}
