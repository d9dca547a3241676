#include "figures/view_parts.h"

#include <string.h>

/* The columns of `last` that the view has, in its order. */
struct wanted_columns {
    uint32_t *list;
    size_t count;
};

static void want(struct view_making *m, struct wanted_columns *w, size_t column,
                 const struct view_names *n)
{
    for (size_t i = 0; i < w->count; i++) {
        if (w->list[i] != column)
            continue;
        finding(m->findings, FINDING_DUPLICATE_ID, n->at,
                "the column `%.*s` is asked for twice", STR_ARG(n->name));
        view_fail(m);
        return;
    }
    w->list[w->count++] = (uint32_t)column;
}

static bool choose_columns(struct view_making *m, struct wanted_columns *w)
{
    const struct table *t = &m->last->table;
    struct view_columns n = {.names.words = m->view->columns};

    w->list = arena_alloc(m->arena, t->ncolumns, sizeof(*w->list));
    if (w->list == NULL)
        return false;
    while (view_columns_next(m, t, &n))
        want(m, w, n.column, &n.names);
    if (w->count == 0) {
        for (size_t c = 0; c < t->ncolumns; c++)
            w->list[w->count++] = (uint32_t)c;
    }
    return !m->failed;
}

/* Columns with other headings than the data gives them. */
static void name_columns(struct view_making *m, struct column *columns,
                         size_t n, bool listed)
{
    for (size_t i = 0; i < m->view->nfurther; i++) {
        const struct view_column *v = &m->view->further[i];
        const struct view_names named = {.name = str_of(v->id), .at = v->at};
        size_t c = 0;

        while (v->id != NULL && c < n && !str_is(named.name, columns[c].id))
            c++;
        if (v->id == NULL || (c == n && v->value.len > 0)) {
            continue;
        } else if (c == n && view_may_lack(m, named.name)) {
            continue;
        } else if (c == n) {
            view_unknown_column(m, &m->last->table, &named);
        } else if (v->title.len > 0) {
            struct kind_column *kind = arena_alloc(m->arena, 1, sizeof(*kind));

            if (kind == NULL)
                return;
            if (columns[c].kind != NULL)
                *kind = *columns[c].kind;
            else
                *kind = (struct kind_column){.id = v->id};
            kind->title = view_heading(m, v->title, v->title_at);
            kind->titles = (struct kind_titles){.list = NULL};
            columns[c].kind = kind;
            columns[c].heading = kind->title;
        }
    }
    /* What a view asks for is printed, though the kind hides it. */
    for (size_t c = 0; c < n; c++)
        columns[c].hidden = columns[c].hidden && !listed;
}

bool view_is_additive(const struct column *column)
{
    const struct kind_column *kind = column->kind;

    if (kind == NULL)
        return false;
    return (kind->type == TYPE_MONEY && kind->role != COLUMN_RATE) ||
           (kind->type == TYPE_NUMBER && kind->role != COLUMN_PLAIN &&
            kind->role != COLUMN_RATE);
}

static bool sum_rest(struct view_making *m, size_t column, struct cell *cell)
{
    const struct table *t = &m->last->table;
    const enum value_type type = t->columns[column].kind->type;
    struct decimal sum = {0, 0};
    size_t terms = 0;

    for (size_t i = 0; i < m->nrest; i++) {
        struct decimal d;

        if (!cell_decimal(type, table_cell(t, m->order[m->norder + i], column),
                          &d))
            continue;
        if (!decimal_add(sum, d, &sum))
            return false;
        terms++;
    }
    if (terms > 0)
        *cell = cell_of_decimal(type, sum);
    return cell->state != CELL_BAD;
}

/* The column that says what a row is called. */
static size_t naming_column(const struct table *t)
{
    const enum column_role roles[] = {COLUMN_LABEL, COLUMN_KEY};
    size_t c = t->ncolumns;

    for (size_t i = 0; i < 2 && c == t->ncolumns; i++)
        c = table_column_of_role(t, roles[i]);
    return c;
}

static bool name_rest(struct view_making *m, struct cell *cells)
{
    const struct table *t = &m->last->table;
    const struct wording *w = m->figures->template_used->wording;
    const struct str pattern = w->phrases[PHRASE_OTHERS];
    const size_t column = naming_column(t);
    struct placeholder count = {"count", {NULL, 0}};
    struct str text;

    if (pattern.len == 0) {
        finding(m->findings, FINDING_MISSING, m->view->at,
                "the wording `%s` has no phrase `%s` for the rows beyond the "
                "first ones",
                w->lang, wording_phrase_name(PHRASE_OTHERS));
        return false;
    }
    if (column == t->ncolumns) {
        finding(m->findings, FINDING_BAD_ATTRIBUTE, m->view->at,
                "no column of %s says what a row is called, as one with "
                "other rows must",
                m->of->file);
        return false;
    }
    count.value =
        wording_number(m->arena, w, (struct decimal){(int64_t)m->nrest, 0});
    text = wording_fill(m->arena, pattern, &count, 1);
    cells[column] = (struct cell){
        .ptr = text.ptr,
        .len = (uint32_t)text.len,
        .state = cell_form_of_column(&t->columns[column]).type == TYPE_TEXT
                     ? CELL_VALUE
                     : CELL_WORDS,
    };
    return true;
}

struct cell *view_rest(struct view_making *m)
{
    const struct table *t = &m->last->table;
    struct cell *cells = arena_alloc(m->arena, t->ncolumns, sizeof(*cells));
    bool whole = true;

    if (cells == NULL)
        return NULL;
    if (m->last == &m->grouped)
        view_group_rest(m, cells);
    for (size_t c = 0; c < t->ncolumns && m->last == &m->wide; c++) {
        if (view_is_additive(&t->columns[c]))
            whole &= sum_rest(m, c, &cells[c]);
    }
    if (!whole)
        finding(m->findings, FINDING_LIMIT, m->view->at,
                "figures are too large to be summed");
    if (!whole || !name_rest(m, cells))
        view_fail(m);
    return m->failed ? NULL : cells;
}

/* A table of NROWS that takes its cells from those of `last`. */
struct copying {
    const struct table *from;
    struct cell *cells;
    struct spot *spots;
    uint32_t *records;
    uint32_t *named_by; /* each row: what is blank stands in no group */
    uint8_t *roles;
    struct list faults; /* struct shown_fault */
};

/* The fault of a cell of `last`, as a note on it says it; or NULL. */
static const struct computed *fault_of(const struct view_making *m, size_t row,
                                       size_t column)
{
    if (m->figures->ncomputed == 0)
        return NULL;
    return m->last == &m->grouped ? view_kept_fault(m, &m->grouped, row, column)
                                  : view_fault_of(m, row, column);
}

/* Row FROM of `last` as row TO. */
static void copy_row(struct view_making *m, struct copying *x,
                     const struct wanted_columns *w, uint32_t from, size_t to)
{
    const struct table *t = x->from;

    x->records[to] = t->records[from];
    x->named_by[to] = (uint32_t)to;
    x->roles[to] = t->row_roles[from];
    for (size_t i = 0; i < w->count; i++) {
        const size_t c = w->list[i];
        const size_t named_by = table_naming_row(t, from, c);
        const struct computed *fault = fault_of(m, from, c);
        struct shown_fault *shown = fault == NULL ? NULL : list_add(&x->faults);

        x->cells[to * w->count + i] = *table_cell(t, named_by, c);
        if (x->spots != NULL)
            x->spots[to * w->count + i] = t->spots[from * t->ncolumns + c];
        if (shown != NULL)
            *shown = (struct shown_fault){to, i, fault};
    }
}

/* What is to come makes no sum wrong, but unknown: once a column. Of groups it
   is said where they are made. */
static void say_unknown(const struct view_making *m, size_t column)
{
    const struct table *t = &m->last->table;

    if (m->last == &m->grouped || !view_is_additive(&t->columns[column]))
        return;
    for (size_t i = 0; i < m->nrest; i++) {
        const uint32_t row = m->order[m->norder + i];
        char name[SOURCE_CELL_SIZE];
        struct place at;

        if (!cell_is_to_come(table_cell(t, row, column)))
            continue;
        at = table_cell_place(t, row, column);
        place_cell_name(at, name);
        finding(m->findings, FINDING_DOUBTFUL, at,
                "cell %s has no figure yet, and counts as nothing in the last "
                "row of the view `%s`, which is of %zu",
                name, m->view->id, m->nrest);
        finding_hint(m->findings,
                     "give the figure, or leave other=\"yes\" out");
        return;
    }
}

static void copy_rest(struct view_making *m, struct copying *x,
                      const struct wanted_columns *w, size_t to)
{
    const struct cell *cells = view_rest(m);
    const uint32_t first = m->order[m->norder];

    if (cells == NULL)
        return;
    x->records[to] = x->from->records[first];
    x->named_by[to] = (uint32_t)to;
    x->roles[to] = ROW_ENTRY;
    for (size_t i = 0; i < w->count; i++) {
        say_unknown(m, w->list[i]);
        x->cells[to * w->count + i] = cells[w->list[i]];
        if (x->spots != NULL)
            x->spots[to * w->count + i] =
                x->from->spots[first * x->from->ncolumns + w->list[i]];
    }
}

static bool copying_begin(struct view_making *m, struct copying *x,
                          size_t nrows, size_t ncolumns)
{
    struct arena *a = m->arena;
    const struct table *t = &m->last->table;

    *x = (struct copying){
        .from = t,
        .cells = arena_alloc(a, nrows, ncolumns * sizeof(*x->cells)),
        .records = arena_alloc(a, nrows, sizeof(*x->records)),
        .named_by = arena_alloc(a, nrows, sizeof(*x->named_by)),
        .roles = arena_alloc(a, nrows, sizeof(*x->roles)),
        .faults = list_of(a, sizeof(struct shown_fault)),
    };
    if (t->spots != NULL)
        x->spots = arena_alloc(a, nrows, ncolumns * sizeof(*x->spots));
    return arena_status(a) == ST_OK;
}

/* The kind of a view has no checks and no lines, and of columns those alone
   that its data could have and has not: a condition may ask for these. */
static const struct kind *kind_of(const struct view_making *m)
{
    const struct kind *given = m->of->kind;
    struct kind *kind = arena_alloc(m->arena, 1, sizeof(*kind));
    struct kind_column *lacking =
        arena_alloc(m->arena, given->ncolumns, sizeof(*lacking));
    size_t n = 0;

    if (kind == NULL || lacking == NULL)
        return NULL;
    for (size_t i = 0; i < given->ncolumns; i++) {
        const struct table *t = m->of->table;

        if (table_column(t, str_of(given->columns[i].id)) == t->ncolumns)
            lacking[n++] = given->columns[i];
    }
    *kind = *given;
    kind->columns = lacking;
    kind->ncolumns = n;
    kind->nchecks = 0;
    kind->nrows = 0;
    return kind;
}

/* What expressions, data that is printed and messages find. */
static void finish(struct view_making *m, const struct copying *x,
                   struct column *columns, size_t ncolumns, size_t nrows)
{
    struct table *made = arena_alloc(m->arena, 1, sizeof(*made));
    const struct kind *kind = kind_of(m);
    struct data_figures *kept =
        &m->figures->data[m->made - m->figures->report->data];
    struct view_origin *origin = m->origin;

    if (made == NULL || kind == NULL)
        return;
    *made = m->last->table;
    made->kind = kind;
    made->columns = columns;
    made->ncolumns = ncolumns;
    made->cells = x->cells;
    made->spots = x->spots;
    made->records = x->records;
    made->row_roles = x->roles;
    made->row_lines = NULL;
    made->group_rows = x->named_by;
    made->nrows = nrows;
    made->origins = view_rows(m, origin->columns, ncolumns);
    origin->faults = x->faults.items;
    origin->nfaults = x->faults.count;
    for (size_t i = 0; i < origin->nfaults; i++)
        number_map_set(
            &kept->faults,
            cell_number(made, origin->faults[i].row, origin->faults[i].column),
            (uint32_t)(origin->faults[i].fault - m->figures->computed) + 1);
    m->made->kind = kind;
    m->made->table = made;
}

void view_table(struct view_making *m)
{
    struct wanted_columns w = {NULL, 0};
    struct copying x;
    struct column *columns;
    uint32_t *origins;
    const size_t nrows = m->norder + (m->nrest > 0);

    if (!choose_columns(m, &w) || !copying_begin(m, &x, nrows, w.count))
        return;
    columns = arena_alloc(m->arena, w.count, sizeof(*columns));
    origins = arena_alloc(m->arena, w.count, sizeof(*origins));
    m->origin = arena_alloc(m->arena, 1, sizeof(*m->origin));
    if (columns == NULL || origins == NULL || m->origin == NULL)
        return;
    for (size_t i = 0; i < w.count; i++) {
        columns[i] = m->last->table.columns[w.list[i]];
        origins[i] = m->last->columns[w.list[i]];
    }
    *m->origin = (struct view_origin){.of = m->of, .columns = origins};
    m->figures->data[m->made - m->figures->report->data].origin = m->origin;
    name_columns(m, columns, w.count, m->view->columns.text.len > 0);
    for (size_t i = 0; i < m->norder; i++)
        copy_row(m, &x, &w, m->order[i], i);
    if (m->nrest > 0)
        copy_rest(m, &x, &w, m->norder);
    if (!m->failed && arena_status(m->arena) == ST_OK)
        finish(m, &x, columns, w.count, nrows);
}
