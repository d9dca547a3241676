#include "figures/data_units.h"
#include "figures/previous.h"

#define ROWS_MIN 2 /* fewer may have changed so much */
#define TIMES 200  /* nothing grows so in all rows: a unit is 1,000 */

/* How the figures of a column stand to those of the period before. */
struct compared {
    size_t rows;
    size_t larger;  /* rows that have TIMES as much, or more */
    size_t smaller; /* that have a part of it as small */
    size_t row;     /* the first, here ... */
    const struct table *then;
    size_t then_row; /* ... and there */
};

static bool is_times(struct decimal large, struct decimal small)
{
    const struct decimal times = {TIMES, 0};
    struct decimal d;

    return decimal_multiply(decimal_unsigned(small), times, &d) &&
           decimal_compare(decimal_unsigned(large), d) >= 0;
}

static void compare_row(const struct figures *f, const struct table *t,
                        size_t row, size_t column, struct compared *x)
{
    const struct table *then;
    size_t then_row;
    size_t then_column;
    struct decimal now;
    struct decimal before;

    if (!row_is_plain(t->row_roles[row]) ||
        !cell_decimal(TYPE_MONEY, table_cell(t, row, column), &now) ||
        previous_row_of(f, t, row, &then, &then_row) != PREVIOUS_FOUND)
        return;
    then_column = table_column(then, str_of(t->columns[column].id));
    if (then_column == then->ncolumns ||
        then->columns[then_column].year != t->columns[column].year ||
        !kind_column_is_money(then->columns[then_column].kind) ||
        !cell_decimal(TYPE_MONEY, table_cell(then, then_row, then_column),
                      &before) ||
        now.coefficient == 0 || before.coefficient == 0)
        return;
    if (x->rows++ == 0) {
        x->row = row;
        x->then = then;
        x->then_row = then_row;
    }
    x->larger += is_times(now, before);
    x->smaller += is_times(before, now);
}

static struct str text_of(const struct figures *f, const struct table *t,
                          size_t row, size_t column)
{
    const struct cell_form form = cell_form_of_type(TYPE_MONEY);

    return cell_text(f->arena, f->template_used->wording, &form,
                     table_cell(t, row, column));
}

static void say(const struct figures *f, const struct table *t, size_t column,
                const struct compared *x, struct findings *findings)
{
    const struct column *c = &t->columns[column];

    finding(findings, FINDING_DOUBTFUL, c->at,
            "all figures of `%.*s` are about a %s what they were in the period "
            "before (%.*s, and %.*s then)",
            STR_ARG(c->heading),
            x->larger > 0 ? "thousand times" : "thousandth of",
            STR_ARG(text_of(f, t, x->row, column)),
            STR_ARG(text_of(f, x->then, x->then_row,
                            table_column(x->then, str_of(c->id)))));
    finding_hint(findings,
                 "one of the two has another unit than it says: £000 in its "
                 "heading, or unit=\"thousand\" in its data element");
}

/* The first column tells: the others follow. */
static void check_data(const struct figures *f, const struct data *data,
                       struct findings *findings)
{
    const struct table *t = data->table;

    if (t == NULL || previous_data_of(f, data) == NULL)
        return;
    for (size_t c = 0; c < t->ncolumns; c++) {
        struct compared x = {.rows = 0};

        if (!kind_column_is_money(t->columns[c].kind))
            continue;
        for (size_t r = 0;
             r < t->nrows && (x.larger == x.rows || x.smaller == x.rows); r++)
            compare_row(f, t, r, c, &x);
        if (x.rows < ROWS_MIN || (x.larger < x.rows && x.smaller < x.rows))
            continue;
        say(f, t, c, &x, findings);
        return;
    }
}

void data_units_check(const struct figures *f, struct findings *findings)
{
    if (f->previous == NULL)
        return;
    for (size_t i = 0; i < f->report->ndata; i++)
        check_data(f, &f->report->data[i], findings);
}
