#include "figures/figures.h"

#include "core/base/utf8.h"
#include "figures/expression.h"
#include "figures/figure.h"

/* The texts of a line live in an arena of their own: the dump of a large
   table must not take the report's memory. */
struct dump {
    const struct figures *figures;
    const struct wording *wording;
    struct buf *out;
    struct arena scratch;
};

static void put_cell(struct dump *d, struct place at)
{
    char name[SOURCE_CELL_SIZE];

    place_cell_name(at, name);
    utf8_visible(d->out, str_of(at.source->name));
    buf_printf(d->out, ":%s", name);
}

static void put_place(struct dump *d, struct place at)
{
    struct position p;

    if (at.source == NULL)
        return;
    buf_puts(d->out, " (");
    if (source_has_cells(at.source)) {
        put_cell(d, at);
    } else {
        source_locate(at, &p);
        utf8_visible(d->out, str_of(at.source->name));
        buf_printf(d->out, ":%u", (unsigned)p.line);
    }
    buf_char(d->out, ')');
}

/* What follows the name: ` = TEXT (PLACE)`. */
static void put_figure(struct dump *d, const struct figure *f,
                       enum audience audience)
{
    buf_puts(d->out, " = ");
    utf8_visible(d->out, figure_text(&d->scratch, d->wording, f));
    put_place(d, f->at);
    if (audience == AUDIENCE_INTERNAL)
        buf_puts(d->out, " internal");
    buf_char(d->out, '\n');
    arena_free(&d->scratch);
}

static void put_fields(struct dump *d)
{
    const struct report *r = d->figures->report;

    for (size_t i = 0; i < r->nfields; i++) {
        const struct field *x = &r->fields[i];
        struct figure f = x->date.year == 0 ? figure_of_text(x->text)
                                            : figure_of_date(x->date);

        f.at = x->at;
        buf_puts(d->out, x->id);
        put_figure(d, &f, x->audience);
    }
    for (size_t i = 0; i < r->nvalues; i++) {
        const struct named_value *v = &r->values[i];
        const struct figure f = figure_of_value(v->type, &v->cell, v->at);

        buf_puts(d->out, v->id);
        put_figure(d, &f, v->audience);
    }
}

/* `.column`, or `.year` of a repeated one. */
static void put_column(struct dump *d, const struct column *c)
{
    buf_char(d->out, '.');
    if (c->year != 0)
        buf_str(d->out, wording_year(&d->scratch, d->wording, c->year));
    else
        buf_puts(d->out, c->id);
}

static void put_row(struct dump *d, const struct data *data, size_t row)
{
    const struct table *t = data->table;
    const struct str key = row_key(t, row);

    for (size_t c = 0; c < t->ncolumns; c++) {
        const struct figure f = figure_of_cell(t, row, c);

        if (f.type == FIGURE_NONE || figure_empty(&f))
            continue;
        buf_printf(d->out, "%s[", data->id);
        utf8_visible(d->out, key);
        buf_char(d->out, ']');
        put_column(d, &t->columns[c]);
        put_figure(d, &f, data->audience);
    }
}

/* The total of DATA: the cell that claims it, or those that are summed. */
static void put_total(struct dump *d, const struct data *data,
                      const struct figure *total)
{
    const struct table *t = data->table;
    const size_t column = figures_total_column(t);
    size_t first = t->nrows;
    size_t last = 0;

    for (size_t r = 0; r < t->nrows; r++) {
        if (table_cell(t, r, column)->state != CELL_VALUE)
            continue;
        first = first == t->nrows ? r : first;
        last = r;
    }
    buf_printf(d->out, "%s.total", data->id);
    if (total->at.source == t->source || first == t->nrows) {
        put_figure(d, total, data->audience);
        return;
    }
    buf_puts(d->out, " = ");
    utf8_visible(d->out, figure_text(&d->scratch, d->wording, total));
    arena_free(&d->scratch);
    buf_puts(d->out, " (");
    put_cell(d, table_cell_place(t, first, column));
    buf_puts(d->out, " to ");
    put_cell(d, table_cell_place(t, last, column));
    buf_puts(d->out,
             data->audience == AUDIENCE_INTERNAL ? ") internal\n" : ")\n");
}

static void put_data(struct dump *d, const struct data *data)
{
    const struct table *t = data->table;
    const struct row_index *index = figures_rows(d->figures, data);
    const struct figure total = figures_total(d->figures, data);
    size_t rows[2];

    if (total.type != FIGURE_NONE && !figure_empty(&total))
        put_total(d, data, &total);
    for (size_t r = 0; r < t->nrows; r++) {
        /* What two rows are called names neither. */
        if (row_index_find(index, row_key(t, r), rows) == 1 && rows[0] == r)
            put_row(d, data, r);
    }
}

/* `computed FILE:CELL = VALUE`: beside what the data gives. */
static void put_computed(struct dump *d, const struct computed *x)
{
    const struct column *column = &x->table->columns[x->column];
    struct figure f = figure_of_decimal(column->kind->type, x->value);

    f.form = cell_form_of_column(column);

    buf_puts(d->out, "computed ");
    if (x->row < x->table->nrows) {
        put_cell(d, table_cell_place(x->table, x->row, x->column));
    } else {
        buf_puts(d->out, x->data->id);
        put_column(d, column);
    }
    if (x->code < FINDING_MAX)
        buf_printf(d->out, " %s", finding_code(x->code));
    if (x->acknowledged != NULL)
        buf_puts(d->out, " acknowledged");
    put_figure(d, &f, x->data->audience);
}

void figures_dump(const struct figures *f, struct buf *out)
{
    struct dump d = {
        .figures = f, .wording = f->template_used->wording, .out = out};

    arena_init(&d.scratch, f->arena->limit);
    put_fields(&d);
    for (size_t i = 0; i < f->report->ndata; i++) {
        if (f->report->data[i].table != NULL)
            put_data(&d, &f->report->data[i]);
    }
    for (size_t i = 0; i < f->ncomputed; i++)
        put_computed(&d, &f->computed[i]);
    if (arena_status(&d.scratch) != ST_OK)
        buf_fail(out, arena_status(&d.scratch));
    if (arena_status(f->arena) != ST_OK)
        buf_fail(out, arena_status(f->arena));
}
