#include "core/value/report_period.h"
#include "figures/check_choices.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_rounding.h"
#include "figures/check_steps.h"
#include "figures/previous.h"

/* The data of the time before, and the figures that it belongs to. */
struct before {
    const struct figures *figures;
    const struct data *data;
};

/* That of `previous`. Where a report names none, the latest data of the same
   kind that it has of an earlier day. */
static bool find_before(const struct checks *c, struct before *b)
{
    const struct report *r = c->figures->report;
    const struct date day = c->data->as_at;

    *b = (struct before){c->figures->previous,
                         previous_data_of(c->figures, c->data)};
    if (b->data != NULL)
        return b->data->table != NULL;
    b->figures = c->figures;
    for (size_t i = 0; day.year != 0 && i < r->ndata; i++) {
        const struct data *d = &r->data[i];

        if (d->table != NULL && d->kind == c->data->kind &&
            d->as_at.year != 0 && date_compare(d->as_at, day) < 0 &&
            (b->data == NULL || date_compare(b->data->as_at, d->as_at) < 0))
            b->data = d;
    }
    return b->data != NULL;
}

/* The column CALLED of the time before: of years, that of the same one. */
static size_t column_before(const struct checks *c, const struct table *then,
                            const char *called, size_t result)
{
    const int year = c->table->columns[result].year;
    size_t k = 0;

    while (k < then->ncolumns &&
           !(str_is(str_of(called), then->columns[k].id) &&
             (year == 0 || then->columns[k].year == year)))
        k++;
    return k;
}

static bool figure_before(const struct table *then, size_t row, size_t column,
                          struct decimal *d)
{
    return column < then->ncolumns &&
           cell_decimal(cell_form_of_column(&then->columns[column]).type,
                        table_cell(then, row, column), d);
}

/* Whether they are one figure, which two units may print as two. */
static bool is_same(struct decimal now, const struct column *column,
                    struct decimal then, const struct column *column_then)
{
    return decimal_compare(now, then) == 0 ||
           (decimal_compare(rounding_unit(column),
                            rounding_unit(column_then)) != 0 &&
            rounding_parts(now, column, then, column_then));
}

/* Holds a cell against one of the time before, in the column CALLED there. */
static bool agrees_with(const struct checks *c, const struct before *b,
                        struct cell_at now, size_t then_row, const char *called,
                        struct cell_at *at, struct sum *s)
{
    const struct table *t = b->data->table;
    struct decimal figure;
    struct decimal then;

    *at = (struct cell_at){then_row, column_before(c, t, called, now.column)};
    if (!figure_before(t, then_row, at->column, &then) ||
        !check_figure(c, now.row, now.column, &figure))
        return true;
    /* Nothing is summed, and so nothing can differ by rounding. */
    *s = (struct sum){
        .terms = 1, .printed = then, .mended = then, .pence = true};
    return is_same(figure, &c->table->columns[now.column], then,
                   &t->columns[at->column]);
}

/* `of`, or one of `plus`. */
static void check_cell(struct checks *c, const struct kind_check *check,
                       const struct before *b, struct cell_at now,
                       size_t then_row)
{
    const struct comparison comparison = {FINDING_BEFORE, now.row, now.column};
    struct cell_at at;
    struct cell_at other;
    struct sum s;
    struct sum unheard;

    if (agrees_with(c, b, now, then_row, check->of, &at, &s))
        return;
    for (size_t i = 0; i < check->nplus; i++) {
        if (agrees_with(c, b, now, then_row, check->plus[i], &other, &unheard))
            return;
    }
    comparison_fault(c, &comparison, &s, comparison_name(c, &comparison),
                     far_cell_words(c, b->data->table, at.row, at.column));
}

/* Said once of a table, as by the other checks. */
static void say_unchecked(struct checks *c, const struct kind_check *check,
                          const struct table *then, const char *lacks)
{
    if (!c->said_unchecked)
        finding(c->findings, FINDING_UNCHECKED, c->table->columns[0].at,
                "`%s` is not held against %s, which has no %s", check->result,
                then->source->name, lacks);
    c->said_unchecked = true;
}

/* The day that B is of; no date: it does not say. */
static struct date day_of(const struct before *b)
{
    const struct field *period = report_period_field(b->figures->report);

    if (b->data->as_at.year != 0 || period == NULL)
        return b->data->as_at;
    return period->date;
}

/* Whether HEADING names a month or a quarter that is not the one of B, nor the
   one before it, whose figures may have been taken out some days late: in the
   first months of a year the report before is not of last month. */
static bool names_another_period(const struct checks *c, struct str heading,
                                 const struct before *b)
{
    const struct date day = day_of(b);
    struct report_period named;
    enum period_relation relation;

    if (day.year == 0 || !report_period_scan(heading, c->wording, &named) ||
        named.months == 0 || named.months >= 12 || named.day != 0)
        return false;
    relation =
        report_period_relation(named, report_period_around(day, named.months));
    return relation != PERIOD_SAME && relation != PERIOD_BEFORE;
}

void check_before(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t result = check_column(c, check->result);
    struct before b;

    if (result == t->ncolumns || !find_before(c, &b))
        return;
    if (names_another_period(c, t->columns[result].heading, &b)) {
        say_unchecked(c, check, b.data->table,
                      arena_printf(c->arena, "figures of `%.*s`",
                                   STR_ARG(t->columns[result].heading))
                          .ptr);
        return;
    }
    if (table_column(b.data->table, str_of(check->of)) ==
        b.data->table->ncolumns) {
        say_unchecked(c, check, b.data->table, "such column");
        return;
    }
    for (size_t k = result; k < t->ncolumns; k++) {
        if (!str_is(str_of(check->result), t->columns[k].id))
            continue;
        for (size_t r = 0; r < t->nrows; r++) {
            size_t then;

            if (row_has_own_figures(t->row_roles[r]) &&
                row_index_match(figures_rows(c->figures, c->data), r,
                                figures_rows(b.figures, b.data), &then) == 1)
                check_cell(c, check, &b, (struct cell_at){r, k}, then);
        }
    }
}

/* The first row of ROLE from ROW on; t->nrows when there is none. */
static size_t balance_row(const struct table *t, uint8_t role, size_t row)
{
    for (; row < t->nrows; row++) {
        if (t->row_roles[row] == role)
            return row;
    }
    return t->nrows;
}

/* The balances of the time before that stand opposite to the one at hand: the
   first ones to the first, and so on. Rows; nrows: it has fewer. */
struct opposite {
    size_t closing, opening;
};

static void opposite_next(const struct table *then, struct opposite *o)
{
    o->closing = balance_row(then, ROW_CLOSING, o->closing + 1);
    o->opening = balance_row(then, ROW_OPENING, o->opening + 1);
}

/* A balance that is brought forward is the one that was carried forward, or
   that was brought forward there, too: an account of the year so far. */
static void check_balance_cell(struct checks *c, const struct before *b,
                               struct cell_at now, const struct opposite *o)
{
    const struct table *then = b->data->table;
    const char *id = c->table->columns[now.column].id;
    const struct comparison comparison = {FINDING_BEFORE, now.row, now.column};
    struct cell_at at;
    struct cell_at other;
    struct sum s;
    struct sum unheard;

    if (o->closing == then->nrows ||
        agrees_with(c, b, now, o->closing, id, &at, &s) ||
        (o->opening < then->nrows &&
         figure_before(then, o->opening, at.column, &unheard.printed) &&
         agrees_with(c, b, now, o->opening, id, &other, &unheard)))
        return;
    comparison_fault(c, &comparison, &s, comparison_name(c, &comparison),
                     far_cell_words(c, then, at.row, at.column));
}

void check_forward(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const size_t column = check_column(c, check->result);
    const struct table *then;
    struct opposite o;
    struct before b;

    if (column == t->ncolumns || !find_before(c, &b))
        return;
    then = b.data->table;
    o = (struct opposite){balance_row(then, ROW_CLOSING, 0),
                          balance_row(then, ROW_OPENING, 0)};
    if (o.closing == then->nrows)
        say_unchecked(c, check, then, "balance carried forward");
    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] != ROW_OPENING)
            continue;
        check_balance_cell(c, &b, (struct cell_at){r, column}, &o);
        opposite_next(then, &o);
    }
}
