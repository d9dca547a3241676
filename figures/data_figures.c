#include "figures/data_figures.h"

#include <stdlib.h>

const struct row_index *figures_rows(const struct figures *f,
                                     const struct data *data)
{
    struct data_figures *d = &f->data[data - f->report->data];

    if (!d->indexed)
        row_index_build(&d->index, f->arena, data->table);
    d->indexed = true;
    return &d->index;
}

struct str figures_field_text(const struct figures *f,
                              const struct template_field *asked)
{
    return f->field_texts == NULL
               ? asked->value
               : f->field_texts[asked - f->template_used->fields];
}

const struct data *figures_data_of(const struct figures *f,
                                   const struct table *t)
{
    for (size_t i = 0; i < f->report->ndata; i++) {
        if (f->report->data[i].table == t)
            return &f->report->data[i];
    }
    return NULL;
}

size_t figures_total_column(const struct table *t)
{
    const size_t column = table_column_of_role(t, COLUMN_AMOUNT);

    if (column < t->ncolumns && !t->columns[column].kind->repeats)
        return column;
    return table_column_of_role(t, COLUMN_TOTAL);
}

const struct computed *figures_fault(const struct figures *f,
                                     const struct table *table, size_t row,
                                     size_t column)
{
    const struct data *data;
    uint32_t at;

    if (f->ncomputed == 0)
        return NULL;
    data = figures_data_of(f, table);
    if (data == NULL)
        return NULL;
    at = number_map_get(&f->data[data - f->report->data].faults,
                        cell_number(table, row, column));
    return at == 0 ? NULL : &f->computed[at - 1];
}

static int compare_faults(const void *a, const void *b)
{
    const struct shown_fault *x = a;
    const struct shown_fault *y = b;

    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

size_t figures_faults(const struct figures *f, struct arena *arena,
                      const struct table *t, const struct shown_fault **list)
{
    const struct data *data = f->ncomputed == 0 ? NULL : figures_data_of(f, t);
    const struct view_origin *origin =
        data == NULL ? NULL : f->data[data - f->report->data].origin;
    struct shown_fault *found;
    size_t n = 0;

    *list = NULL;
    if (origin != NULL) {
        *list = origin->faults;
        return origin->nfaults;
    }
    for (size_t i = 0; i < f->ncomputed; i++)
        n += f->computed[i].table == t && f->computed[i].acknowledged != NULL;
    found = n == 0 ? NULL : arena_alloc(arena, n, sizeof(*found));
    if (found == NULL)
        return 0;
    n = 0;
    for (size_t i = 0; i < f->ncomputed; i++) {
        const struct computed *x = &f->computed[i];

        if (x->table == t && x->acknowledged != NULL)
            found[n++] = (struct shown_fault){x->row, x->column, x};
    }
    qsort(found, n, sizeof(*found), compare_faults);
    *list = found;
    return n;
}

/* Whether the cell of a total says what it is, be it that nobody knows it. */
static bool is_claim(const struct cell *cell)
{
    return cell->state != CELL_BLANK && cell->state != CELL_BAD;
}

/* Of rows that give no figure: that of a row that is to come, or of one that is
   blank; what they say is nothing (nil, not applicable) comes to nought. */
static struct figure total_of_none(const struct table *t, size_t column,
                                   struct figure nought)
{
    size_t blank = t->nrows;
    bool said = false;

    for (size_t r = 0; r < t->nrows; r++) {
        const struct cell *cell = table_cell(t, r, column);

        if (!row_is_plain(t->row_roles[r]))
            continue;
        if (cell->state == CELL_BAD)
            return (struct figure){.type = FIGURE_NONE};
        if (cell_is_to_come(cell))
            return figure_of_cell(t, r, column);
        blank = cell->state == CELL_BLANK ? r : blank;
        said = said || cell->state != CELL_BLANK;
    }
    return said || blank == t->nrows ? nought
                                     : figure_of_cell(t, blank, column);
}

static struct figure summed_total(const struct data *data, size_t column)
{
    const struct table *t = data->table;
    const enum value_type type = t->columns[column].kind->type;
    struct decimal sum = {0, 0};
    struct figure f;
    size_t terms = 0;

    if (!figure_type_is_numeric(figure_type_of(type)))
        return (struct figure){.type = FIGURE_NONE};
    for (size_t r = 0; r < t->nrows; r++) {
        struct decimal d;

        if (!row_is_plain(t->row_roles[r]) ||
            !cell_decimal(type, table_cell(t, r, column), &d))
            continue;
        if (!decimal_add(sum, d, &sum))
            return (struct figure){.type = FIGURE_NONE};
        terms++;
    }
    f = figure_of_decimal(type, sum);
    f.form = cell_form_of_column(&t->columns[column]);
    f.at = data->at;
    f = figure_of_rows(f, t, column);
    return terms > 0 ? f : total_of_none(t, column, f);
}

/* The last row of totals that claims one; nrows: none does. */
static size_t claiming_row(const struct table *t, size_t column)
{
    for (size_t r = t->nrows; r > 0; r--) {
        if (t->row_roles[r - 1] == ROW_TOTAL &&
            is_claim(table_cell(t, r - 1, column)))
            return r - 1;
    }
    return t->nrows;
}

static size_t unknown_row(const struct table *t, size_t column)
{
    for (size_t r = t->nrows; r > 0; r--) {
        if (row_is_plain(t->row_roles[r - 1]) &&
            cell_is_to_come(table_cell(t, r - 1, column)))
            return r - 1;
    }
    return t->nrows;
}

static struct column_total *make_total(const struct figures *f,
                                       struct data_figures *d,
                                       const struct data *data, size_t column)
{
    const struct table *t = data->table;
    struct column_total *total = arena_alloc(f->arena, 1, sizeof(*total));

    if (total == NULL)
        return NULL;
    total->claimed = claiming_row(t, column);
    total->unknown =
        total->claimed < t->nrows ? t->nrows : unknown_row(t, column);
    if (total->claimed == t->nrows && t->columns[column].kind != NULL)
        total->sum = summed_total(data, column);
    d->total_steps += t->nrows;
    return total;
}

/* That of a column, worked out when it is first asked for: an expression that
   is repeated for each row asks again. NULL: there is no memory for it. */
static const struct column_total *
total_of(const struct figures *f, const struct data *data, size_t column)
{
    struct data_figures *d = &f->data[data - f->report->data];

    if (d->totals == NULL)
        d->totals = arena_alloc(f->arena, data->table->ncolumns,
                                sizeof(struct column_total *));
    if (d->totals == NULL)
        return NULL;
    if (d->totals[column] == NULL)
        d->totals[column] = make_total(f, d, data, column);
    return d->totals[column];
}

struct figure figures_total_of(const struct figures *figures,
                               const struct data *data, size_t column)
{
    const struct column_total *total = total_of(figures, data, column);
    const struct table *t = data->table;
    struct figure f;

    if (total == NULL)
        return (struct figure){.type = FIGURE_NONE};
    if (total->claimed == t->nrows)
        return total->sum;
    f = figure_of_cell(t, total->claimed, column);
    f.fault = figures_fault(figures, t, total->claimed, column);
    return f;
}

size_t figures_total_unknown(const struct figures *figures,
                             const struct data *data, size_t column)
{
    const struct column_total *total = total_of(figures, data, column);

    return total == NULL ? data->table->nrows : total->unknown;
}

struct figure figures_total(const struct figures *f, const struct data *data)
{
    const size_t column = figures_total_column(data->table);

    if (column == data->table->ncolumns)
        return (struct figure){.type = FIGURE_NONE};
    return figures_total_of(f, data, column);
}

bool figures_rounded(const struct figures *f, const struct table *t)
{
    const struct data *data = figures_data_of(f, t);

    return data != NULL && f->data[data - f->report->data].rounded;
}
