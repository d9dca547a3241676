#include "figures/data_unchanged.h"
#include "figures/previous.h"

/* Whether figures of T move with time: a register or a plan may stay as it is.
 */
static bool moves(const struct table *t)
{
    for (size_t c = 0; c < t->ncolumns; c++) {
        const struct kind_column *kind = t->columns[c].kind;

        if (kind != NULL && (kind->scenario == SCENARIO_ACTUAL ||
                             kind->scenario == SCENARIO_FORECAST))
            return true;
    }
    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] == ROW_CLOSING)
            return true;
    }
    return false;
}

static bool has_same_columns(const struct table *a, const struct table *b)
{
    if (a->kind != b->kind || a->ncolumns != b->ncolumns ||
        a->nrows != b->nrows)
        return false;
    for (size_t c = 0; c < a->ncolumns; c++) {
        if (a->columns[c].year != b->columns[c].year ||
            !str_eq(a->columns[c].heading, b->columns[c].heading))
            return false;
    }
    return true;
}

/* A has all cells of B, and figures among them. */
static bool is_same(const struct table *a, const struct table *b)
{
    bool figures = false;

    if (!has_same_columns(a, b))
        return false;
    for (size_t r = 0; r < a->nrows; r++) {
        for (size_t c = 0; c < a->ncolumns; c++) {
            const struct cell *x = table_cell(a, r, c);
            const struct cell *y = table_cell(b, r, c);

            if (x->state != y->state ||
                !str_eq(cell_as_typed(x), cell_as_typed(y)))
                return false;
            figures |= x->state == CELL_VALUE && a->columns[c].kind != NULL &&
                       value_is_figure(a->columns[c].kind->type);
        }
    }
    return figures;
}

/* The day that D is of, or one of its report's period; year 0: neither is said.
 */
static struct date day_of(const struct figures *f, const struct data *d)
{
    const struct field *period = report_period_field(f->report);

    return d->as_at.year != 0 || period == NULL ? d->as_at : period->date;
}

static struct str day_text(const struct figures *f, const struct data *before)
{
    const struct wording *w = f->template_used->wording;

    return before->as_at.year == 0
               ? STR_LIT("the period before")
               : wording_date(f->arena, w, w->date_pattern, before->as_at);
}

/* THEN is the day that the data of the period before says that it is of. */
static void say_way_out(struct findings *findings, struct date then)
{
    char iso[DATE_ISO_SIZE];

    if (then.year == 0)
        finding_hint(findings, "put this period's file in its place; if "
                               "nothing has moved since, leave it");
    else
        finding_hint(findings,
                     "put this period's file in its place; if nothing has "
                     "moved since, say by as-at=\"%s\" that its figures are "
                     "still of that day",
                     date_iso(then, iso));
}

static void check(const struct figures *f, const struct data *d,
                  struct findings *findings)
{
    const struct data *before = previous_data_of(f, d);
    struct date now;
    struct date then;

    if (before == NULL || before->table == NULL || !moves(d->table) ||
        !is_same(d->table, before->table))
        return;
    now = day_of(f, d);
    then = day_of(f->previous, before);
    if (now.year != 0 && then.year != 0 && date_compare(now, then) == 0)
        return; /* the same figures once more */
    finding(findings, FINDING_AS_AT, d->at,
            "all cells of the data `%s` are those of %.*s: is it last period's "
            "file?",
            d->id, STR_ARG(day_text(f, before)));
    say_way_out(findings, before->as_at);
}

void data_unchanged_check(const struct figures *figures,
                          struct findings *findings)
{
    const struct report *r = figures->report;

    for (size_t i = 0; figures->previous != NULL && i < r->ndata; i++) {
        const struct data *d = &r->data[i];

        if (d->id != NULL && d->table != NULL && d->view == NULL)
            check(figures, d, findings);
    }
}
