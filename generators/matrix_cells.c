#include "generators/data_table_rows.h"
#include "generators/generator_tools.h"
#include "generators/matrix_parts.h"
#include "generators/phrases.h"

/* What stands in the cells of a matrix, and which band each belongs to. */

#define STEPS_OF_NAMES 3 /* cells are wide enough for names */
#define KEYS_MOST 4      /* in a cell; more are a count */

bool matrix_step(const struct matrix *m, const struct scale_of_column *s,
                 size_t row, uint32_t *step)
{
    const struct cell *cell = table_cell(m->table, row, s->column);

    if (cell->state != CELL_VALUE || !row_is_plain(m->table->row_roles[row]))
        return false;
    *step =
        (uint32_t)(s->kind->type == TYPE_CHOICE ? cell->value.choice
                                                : cell->value.coefficient - 1);
    return *step < s->steps;
}

/* Names in a few large cells, references in many small ones. */
bool matrix_names(struct matrix *m)
{
    const struct table *t = m->table;
    const size_t key = table_column_of_role(t, COLUMN_KEY);
    const size_t label = table_column_of_role(t, COLUMN_LABEL);

    m->names = m->x.steps <= STEPS_OF_NAMES && m->y.steps <= STEPS_OF_NAMES;
    m->name = m->names ? label : key;
    if (m->name == t->ncolumns)
        m->name = m->names ? key : label;
    if (m->name < t->ncolumns) {
        generate_mark(m->c.in, &t->columns[m->name]);
        return true;
    }
    finding(m->c.in->findings, FINDING_MISSING, m->c.call->at,
            "%s has no column of role `key` or `label` to stand in the cells "
            "of a matrix",
            m->c.in->data->file);
    return false;
}

/* --- bands --- */

static bool has_statuses(const struct kind_column *kind)
{
    for (size_t k = 0; kind->described != NULL && k < kind->nchoices; k++) {
        if (kind->described[k].status != STATUS_NONE)
            return true;
    }
    return false;
}

/* The column that says how serious each is, where it is none of the scales. */
static void find_column(struct matrix *m)
{
    const struct table *t = m->table;

    m->band = 0;
    while (m->band < t->ncolumns &&
           (m->band == m->x.column || m->band == m->y.column ||
            t->columns[m->band].kind == NULL ||
            t->columns[m->band].kind->type != TYPE_CHOICE ||
            !has_statuses(t->columns[m->band].kind)))
        m->band++;
    if (m->band < t->ncolumns)
        generate_mark(m->c.in, &t->columns[m->band]);
}

/* The column of the kind whose choices have scores; the data may lack it. */
static const struct kind_column *find_scores(const struct matrix *m)
{
    const struct kind *kind = m->table->kind;

    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (kind_has_scores(&kind->columns[i]))
            return &kind->columns[i];
    }
    return NULL;
}

static uint32_t place_of(const struct matrix *m, uint32_t x, uint32_t y)
{
    return y * m->x.steps + x;
}

/* Each cell by its score. */
static void band_by_scores(struct matrix *m, const struct kind_column *kind)
{
    for (uint32_t y = 0; y < m->y.steps; y++) {
        for (uint32_t x = 0; x < m->x.steps; x++) {
            const struct kind_choice *choice =
                kind_choice_of_score(kind, (int64_t)(x + 1) * (y + 1));

            if (choice != NULL)
                m->bands[place_of(m, x, y)] = kind_title_in(
                    &choice->titles, choice->value, m->c.in->wording->lang);
        }
    }
}

void matrix_bands(struct matrix *m)
{
    const struct kind_column *scores = find_scores(m);

    find_column(m);
    if (scores == NULL)
        return;
    m->bands = arena_alloc(m->c.d->arena, (size_t)m->x.steps * m->y.steps,
                           sizeof(*m->bands));
    if (m->bands != NULL)
        band_by_scores(m, scores);
}

/* --- a cell --- */

/* The rows of a cell, of which WORD is the band: empty where they differ. */
struct members {
    struct str *names;
    size_t n;
    struct str band;
};

static void add_member(const struct matrix *m, struct members *members,
                       size_t row)
{
    struct str band = {NULL, 0};

    if (m->band < m->table->ncolumns)
        band = generate_cell_words(m->c.in, m->c.d, m->table, row, m->band);
    if (members->n == 0)
        members->band = band;
    else if (!str_eq(band, members->band))
        members->band = (struct str){NULL, 0};
    members->names[members->n++] =
        generate_cell_words(m->c.in, m->c.d, m->table, row, m->name);
}

static void add_lines(const struct matrix *m, struct doc_node *cell,
                      const struct str *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            (void)doc_add(m->c.d, cell, DOC_BREAK);
        doc_text(m->c.d, cell, lines[i]);
    }
}

static void add_members(const struct matrix *m, struct doc_node *cell,
                        const struct members *members)
{
    const struct placeholder count = {
        "count", arena_printf(m->c.d->arena, "%zu", members->n)};
    struct str one;

    if (members->n == 0)
        return;
    if (m->names) {
        add_lines(m, cell, members->names, members->n);
        return;
    }
    one = members->n > KEYS_MOST
              ? phrase_fill(m->c.in, m->c.d, PHRASE_MATRIX_COUNT, &count, 1)
              : phrase_join(m->c.in, m->c.d, members->names, members->n,
                            PHRASE_LIST_SEPARATOR, PHRASE_LIST_SEPARATOR);
    doc_text(m->c.d, cell, one);
}

static void add_band(const struct matrix *m, struct doc_node *cell,
                     struct str band)
{
    struct doc_node *span;

    if (band.len == 0)
        return;
    if (!doc_cell_is_blank(cell))
        (void)doc_add(m->c.d, cell, DOC_BREAK);
    span = doc_add(m->c.d, cell, DOC_SPAN);
    if (span == NULL)
        return;
    span->role = ROLE_SUBTITLE;
    doc_text(m->c.d, span, band);
}

/* Where the band of the cell above, or before it, is another. */
static uint8_t edges_of(const struct matrix *m, uint32_t x, uint32_t y)
{
    const struct str own = m->bands[place_of(m, x, y)];
    unsigned edges = 0;

    if (y + 1 < m->y.steps && !str_eq(own, m->bands[place_of(m, x, y + 1)]))
        edges |= EDGE_ABOVE;
    if (x > 0 && !str_eq(own, m->bands[place_of(m, x - 1, y)]))
        edges |= EDGE_BEFORE;
    return (uint8_t)edges;
}

void matrix_cell(const struct matrix *m, struct doc_node *row, uint32_t x,
                 uint32_t y)
{
    struct members members = {.names =
                                  arena_alloc(m->c.d->arena, m->table->nrows,
                                              sizeof(*members.names))};
    struct doc_node *cell =
        doc_cell(m->c.d, row, SCOPE_NONE, (struct str){NULL, 0});
    uint32_t at_x;
    uint32_t at_y;

    if (members.names == NULL || cell == NULL)
        return;
    for (size_t r = 0; r < m->table->nrows; r++) {
        if (matrix_step(m, &m->x, r, &at_x) &&
            matrix_step(m, &m->y, r, &at_y) && at_x == x && at_y == y)
            add_member(m, &members, r);
    }
    add_members(m, cell, &members);
    if (m->bands == NULL) {
        add_band(m, cell, members.band);
        return;
    }
    add_band(m, cell, m->bands[place_of(m, x, y)]);
    cell->u.cell.edges = edges_of(m, x, y);
}
