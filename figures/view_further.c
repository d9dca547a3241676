#include "figures/expression_value.h"
#include "figures/view_parts.h"

#include <string.h>

/* The unit that all money of T has, or none: what is computed from it is
   printed in that. */
static void take_unit(const struct table *t, struct column *made)
{
    bool first = true;

    for (size_t c = 0; c < t->ncolumns; c++) {
        const struct column *x = &t->columns[c];

        if (x->kind == NULL || x->kind->type != TYPE_MONEY)
            continue;
        if (!first && x->zeros != made->zeros) {
            made->zeros = 0;
            made->unit_decimals = 0;
            return;
        }
        first = false;
        made->zeros = x->zeros;
        if (x->unit_decimals > made->unit_decimals)
            made->unit_decimals = x->unit_decimals;
    }
}

static struct column further_column(struct view_making *m,
                                    const struct view_column *v)
{
    struct kind_column *kind = arena_alloc(m->arena, 1, sizeof(*kind));
    struct column c = {
        .id = "", /* not known to others before it has its cells */
        .heading = view_heading(m, v->title, v->title_at),
        .field =
            m->of->table->ncolumns > 0 ? m->of->table->columns[0].field : 1,
        .at = v->at,
    };

    if (kind == NULL)
        return c;
    *kind = (struct kind_column){.id = v->id,
                                 .title = c.heading,
                                 .type = v->type,
                                 .role = COLUMN_PLAIN,
                                 .scenario = SCENARIO_NONE,
                                 .better = BETTER_NEITHER,
                                 .decimals = DECIMALS_OF_COLUMN,
                                 .at = v->at};
    c.kind = kind;
    if (v->type == TYPE_MONEY)
        take_unit(m->of->table, &c);
    return c;
}

/* The rows of the data with room for N further columns. */
static bool widen(struct view_making *m, size_t n)
{
    const struct table *t = m->of->table;
    const size_t wide = t->ncolumns + n;
    struct column *columns = arena_alloc(m->arena, wide, sizeof(*columns));
    struct cell *cells = arena_alloc(m->arena, t->nrows, wide * sizeof(*cells));
    struct spot *spots = t->spots == NULL ? NULL
                                          : arena_alloc(m->arena, t->nrows,
                                                        wide * sizeof(*spots));

    if (arena_status(m->arena) != ST_OK)
        return false;
    if (t->ncolumns > 0)
        memcpy(columns, t->columns, t->ncolumns * sizeof(*columns));
    for (size_t r = 0; r < t->nrows; r++) {
        memcpy(&cells[r * wide], &t->cells[r * t->ncolumns],
               t->ncolumns * sizeof(*cells));
        for (size_t c = 0; spots != NULL && c < wide; c++)
            spots[r * wide + c] =
                t->spots[r * t->ncolumns + (c < t->ncolumns ? c : 0)];
    }
    m->wide.own_columns = columns;
    m->wide.own_cells = cells;
    m->wide.table.columns = columns;
    m->wide.table.ncolumns = wide;
    m->wide.table.cells = cells;
    m->wide.table.spots = spots;
    return true;
}

static bool of_another_type(struct view_making *m, const struct view_column *v,
                            enum figure_type type)
{
    finding(m->findings, FINDING_BAD_VALUE, v->value_at,
            "the value is %s, and the column is said to hold %s",
            figure_type_name(type), figure_type_name(figure_type_of(v->type)));
    finding_hint(m->findings, "say its type, or compute what it says");
    return false;
}

/* What no pipe says more of has as many decimals as it would be printed
   with. */
static void round_as_printed(const struct figure *f, struct cell *cell)
{
    struct decimal d;

    if (f->type == FIGURE_PERCENT && f->form.places > 0 &&
        cell_decimal(TYPE_PERCENT, cell, &d) &&
        decimal_round(d, (uint8_t)(f->form.places - 1), &d))
        *cell = cell_of_decimal(TYPE_PERCENT, d);
}

static bool cell_of_figure(struct view_making *m, const struct view_column *v,
                           const struct figure *f, struct cell *cell)
{
    struct str text;

    if (f->type == FIGURE_NONE)
        return false; /* there is a finding */
    *cell = f->cell;
    if (f->type == FIGURE_BLANK)
        return true;
    if (v->type != TYPE_TEXT) {
        round_as_printed(f, cell);
        return f->type == figure_type_of(v->type) ||
               of_another_type(m, v, f->type);
    }
    text = figure_text(m->arena, m->figures->template_used->wording, f);
    *cell = (struct cell){
        .ptr = text.ptr,
        .len = (uint32_t)text.len,
        .state = text.len > 0 ? CELL_VALUE : CELL_BLANK,
    };
    return true;
}

static void compute_row(struct view_making *m, const struct evaluation *ev,
                        const struct view_column *v, size_t row, size_t column)
{
    const struct table *t = &m->wide.table;
    struct column *c = &m->wide.own_columns[column];
    struct cell *cell = &m->wide.own_cells[row * t->ncolumns + column];
    const struct figure f = expression_of_row(ev);

    if (!cell_of_figure(m, v, &f, cell)) {
        view_fail(m);
        return;
    }
    if (cell->state == CELL_VALUE && cell->scale > c->decimals)
        c->decimals = cell->scale;
    if (f.fault != NULL)
        number_map_set(&m->wide.faults, cell_number(t, row, column),
                       (uint32_t)(f.fault - m->figures->computed) + 1);
}

static void compute(struct view_making *m, const struct view_column *v,
                    size_t column)
{
    const struct table *t = &m->wide.table;
    struct scope scope = {.figures = m->figures,
                          .among = t,
                          .among_row = t->nrows,
                          .audience = m->made->audience,
                          .used = &m->figures->used_by_views,
                          .asks = m->of_template};
    struct expression e = {.text = v->value,
                           .around = v->value,
                           .at = v->value_at,
                           .findings = m->findings};
    bool absent = false;
    const struct evaluation ev = {m->arena,    &e,      &scope,
                                  m->findings, &absent, NULL};

    if (!expression_of_rows(&ev, &e, false)) {
        view_fail(m);
        return;
    }
    if (t->nrows == 0 && expression_of_row(&ev).type == FIGURE_NONE)
        view_fail(m);
    for (size_t r = 0; r < t->nrows && !m->failed; r++) {
        scope.among_row = r;
        if (row_is_plain(t->row_roles[r]))
            compute_row(m, &ev, v, r, column);
    }
}

static bool is_computable(struct view_making *m, const struct view_column *v)
{
    const struct table *t = &m->wide.table;
    const bool known = v->type == TYPE_TEXT || v->type == TYPE_MONEY ||
                       v->type == TYPE_NUMBER || v->type == TYPE_PERCENT ||
                       v->type == TYPE_DATE;

    if (!known) {
        finding(m->findings, FINDING_BAD_VALUE, v->at,
                "a column that is computed holds text, money, number, percent "
                "or date, not %s",
                value_type_name(v->type));
    } else if (v->id != NULL && table_column(t, str_of(v->id)) < t->ncolumns) {
        finding(m->findings, FINDING_DUPLICATE_ID, v->at,
                "%s has a column `%s` already", m->of->file, v->id);
        finding_hint(m->findings, "give the further column another id");
    } else {
        return v->id != NULL;
    }
    return false;
}

void view_further(struct view_making *m)
{
    const struct view *view = m->view;
    const size_t given = m->of->table->ncolumns;
    uint32_t *origins;
    size_t n = 0;

    m->wide.table = *m->of->table;
    number_map_init(&m->wide.faults, m->arena);
    for (size_t i = 0; i < view->nfurther; i++)
        n += view->further[i].value.len > 0;
    origins = arena_alloc(m->arena, given + n, sizeof(*origins));
    if (origins == NULL || (n > 0 && !widen(m, n)))
        return;
    for (size_t c = 0; c < given; c++)
        origins[c] = (uint32_t)c + 1;
    m->wide.columns = origins;
    n = given;
    for (size_t i = 0; i < view->nfurther; i++) {
        if (view->further[i].value.len > 0)
            m->wide.own_columns[n++] = further_column(m, &view->further[i]);
    }
    n = given;
    for (size_t i = 0; i < view->nfurther && !m->failed; i++) {
        const struct view_column *v = &view->further[i];

        if (v->value.len == 0)
            continue;
        if (!is_computable(m, v)) {
            view_fail(m);
            return;
        }
        compute(m, v, n);
        m->wide.own_columns[n++].id = v->id;
    }
}
