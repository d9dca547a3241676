#include "generators/cell.h"
#include "generators/chart_table_parts.h"

/* Which rows stand in a chart that is a table, and in which order. */

/* --- what is drawn of a row --- */

/* A day as a figure: when it begins, or by when it is. */
static bool time_of(const struct drawn_table *t, size_t row,
                    struct decimal *value)
{
    const struct table *table = t->c.table;
    const struct cell *cell = table_cell(table, row, t->y);
    struct date day;

    if (cell->state != CELL_VALUE)
        return false;
    if (table->columns[t->y].kind->type == TYPE_DATE) {
        day = cell->value.date;
    } else {
        if (cell->value.period->count == 0)
            return false;
        day = cell->value.period->intervals[0].from;
        if (day.year == 0)
            day = cell->value.period->intervals[0].to;
    }
    if (day.year == 0)
        return false;
    *value = (struct decimal){date_days(day), 0};
    return true;
}

static bool figure_in(const struct drawn_table *t, size_t row, size_t column,
                      struct decimal *value)
{
    return cell_decimal(t->c.table->columns[column].kind->type,
                        table_cell(t->c.table, row, column), value);
}

bool chart_table_figure(const struct drawn_table *t, size_t row,
                        struct decimal *value)
{
    const size_t none = t->c.table->ncolumns;
    struct decimal aim;

    if (t->c.call->draw == CHART_TIMELINE)
        return time_of(t, row, value);
    if (t->difference < none)
        return figure_in(t, row, t->difference, value);
    if (!figure_in(t, row, t->y, value))
        return false;
    if (t->c.call->draw != CHART_VARIANCE || t->against == none)
        return true;
    return figure_in(t, row, t->against, &aim) &&
           decimal_subtract(*value, aim, value);
}

/* --- order --- */

static void sort_rows(struct drawn_table *t)
{
    if (t->c.call->sort == CHART_AS_DATA)
        return;
    for (size_t i = 0; i < t->nrows; i++) {
        struct chart_table_row *r = &t->rows[i];

        r->place.known = chart_table_figure(t, r->row, &r->place.value);
        r->place.name =
            generate_cell_words(t->c.in, t->c.d, t->c.table, r->row, t->c.x);
    }
    chart_order(t->c.call->sort, t->rows, t->nrows, sizeof(*t->rows));
}

/* --- the rest as one --- */

static bool cut_rest(struct drawn_table *t)
{
    const size_t top = t->c.call->top;

    if (!chart_can_rest(&t->c))
        return false;
    if (top == 0 || top >= t->nrows)
        return true;
    if (t->c.call->other)
        t->nrest = t->nrows - top;
    t->nrows = top;
    return true;
}

/* --- which --- */

static void put_row(struct drawn_table *t, size_t *n, size_t row)
{
    t->rows[*n] = (struct chart_table_row){.place.index = *n, .row = row};
    (*n)++;
}

/* Whether rows stand on both sides of a total: it is of some of them, and what
   a later one is of nobody says. */
static bool has_part_totals(const struct drawn_table *t)
{
    const size_t n = t->nrows + t->nrest;

    for (size_t r = 0; r < t->c.table->nrows; r++) {
        size_t above = 0;

        if (t->c.table->row_roles[r] != ROW_TOTAL)
            continue;
        for (size_t i = 0; i < n; i++)
            above += t->rows[i].row < r;
        if (above > 0 && above < n)
            return true;
    }
    return false;
}

/* Totals are of all rows; of some of them they would be no sums. */
static void add_totals(struct drawn_table *t, bool cut)
{
    size_t n = t->nrows + t->nrest;

    if (cut || t->c.call->lines.text.len > 0 || has_part_totals(t))
        return;
    for (size_t r = 0; r < t->c.table->nrows; r++) {
        if (t->c.table->row_roles[r] == ROW_TOTAL)
            put_row(t, &n, r);
    }
    t->ntotals = n - t->nrows - t->nrest;
}

bool chart_table_rows(struct drawn_table *t)
{
    const struct chart_call *call = t->c.call;
    const bool other = call->other && call->top > 0;
    size_t *rows;
    size_t n;

    if (!chart_rows(&t->c, &rows, &n))
        return false;
    t->rows =
        arena_alloc(t->c.d->arena, t->c.table->nrows + 1, sizeof(*t->rows));
    if (t->rows == NULL)
        return false;
    t->whole = call->sort == CHART_AS_DATA && call->top == 0 &&
               call->lines.text.len == 0;
    if (t->whole) {
        for (size_t r = 0; r < t->c.table->nrows; r++)
            put_row(t, &t->nrows, r);
        return true;
    }
    for (size_t i = 0; i < n; i++)
        put_row(t, &t->nrows, rows[i]);
    sort_rows(t);
    if (!cut_rest(t))
        return false;
    add_totals(t, t->nrows < n && !other);
    return true;
}
