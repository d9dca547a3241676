#include "generators/chart_data.h"
#include "generators/chart_draw.h"
#include "generators/chart_takes.h"
#include "generators/data_table_rows.h"
#include "generators/generator_tools.h"
#include "generators/matrix_parts.h"
#include "generators/phrases.h"

/*
 * Rows in the cells of two scales, as a table with headers both ways: risks by
 * likelihood and impact, what comes first by value and effort.
 */

#define STEPS_USUAL 5
#define STEPS_MOST 10
#define STEPS_TOLD_APART 6

/* What it takes; all else nobody would see. */
static const char takes[] =
    "it takes `x`, `y` and, of scales of numbers, `top`, the highest; `sort`, "
    "`where` and the like belong to a <view>";

/* --- scales --- */

static bool find_scale(struct matrix *m, struct scale_of_column *s,
                       const struct chart_text *text, const char *attribute)
{
    if (text->text.len == 0) {
        finding(m->c.in->findings, FINDING_MISSING, m->c.call->at,
                "a matrix needs `%s`: the column of one of its scales",
                attribute);
        finding_hint(m->c.in->findings, "as in x=\"impact\" y=\"likelihood\"");
        return false;
    }
    s->column = chart_column(&m->c, text);
    if (s->column == m->table->ncolumns)
        return false;
    s->kind = m->table->columns[s->column].kind;
    if (s->kind != NULL &&
        (s->kind->type == TYPE_NUMBER || s->kind->type == TYPE_CHOICE))
        return true;
    finding(m->c.in->findings, FINDING_BAD_VALUE, text->at,
            "the column `%.*s` is no scale", STR_ARG(text->text));
    finding_hint(m->c.in->findings,
                 "a matrix has columns of whole numbers from 1, or of choices, "
                 "the lowest first");
    return false;
}

/* Choices say themselves how many steps they are. */
static bool takes_top(const struct matrix *m)
{
    if (m->c.call->top == 0 || m->x.kind->type == TYPE_NUMBER ||
        m->y.kind->type == TYPE_NUMBER)
        return true;
    chart_refuse(&m->c, m->c.call->at, "top", takes);
    return false;
}

/* The steps of numbers are 1 to the highest, at least five, unless `top` says
   how many there are. */
static bool find_steps(struct matrix *m, struct scale_of_column *s)
{
    const uint32_t top = m->c.call->top;

    if (s->kind->type == TYPE_CHOICE) {
        s->steps = (uint32_t)s->kind->nchoices;
        return true;
    }
    s->steps = top > 0 ? top : STEPS_USUAL;
    for (size_t r = 0; r < m->table->nrows; r++) {
        const struct cell *cell = table_cell(m->table, r, s->column);
        const int64_t value = cell->value.coefficient;
        const int64_t most = top > 0 ? top : STEPS_MOST;

        if (cell->state != CELL_VALUE || !row_is_plain(m->table->row_roles[r]))
            continue;
        if (cell->scale != 0 || value < 1 || value > most) {
            finding(m->c.in->findings, FINDING_BAD_VALUE,
                    table_cell_place(m->table, r, s->column),
                    "`%.*s` is no step of a scale from 1 to %d",
                    STR_ARG(cell_as_typed(cell)), (int)most);
            finding_hint(m->c.in->findings,
                         "correct it, or say the highest step by top=\"...\"");
            return false;
        }
        if (value > s->steps)
            s->steps = (uint32_t)value;
    }
    return true;
}

static void prove_size(const struct matrix *m, const struct scale_of_column *s)
{
    if (s->steps <= STEPS_TOLD_APART)
        return;
    finding(m->c.in->findings, FINDING_CHART_CROWDED, m->c.call->draw_at,
            "a matrix with a scale of %u steps: more than %u can hardly be "
            "told apart",
            (unsigned)s->steps, (unsigned)STEPS_TOLD_APART);
    finding_hint(m->c.in->findings, "print the data as a table");
}

static struct str step_text(const struct matrix *m,
                            const struct scale_of_column *s, uint32_t step)
{
    if (s->kind->type == TYPE_CHOICE && s->kind->described != NULL)
        return kind_title_in(&s->kind->described[step].titles,
                             s->kind->choices[step], m->c.in->wording->lang);
    if (s->kind->type == TYPE_CHOICE)
        return s->kind->choices[step];
    return arena_printf(m->c.d->arena, "%u", (unsigned)(step + 1));
}

static struct str heading(const struct matrix *m,
                          const struct scale_of_column *s)
{
    return column_heading(m->c.d->arena, m->c.in->wording,
                          &m->table->columns[s->column]);
}

/* --- the table --- */

static void add_head(const struct matrix *m, struct doc_node *table)
{
    struct doc_node *group = doc_add(m->c.d, table, DOC_ROW_GROUP);
    struct doc_node *row;
    struct doc_node *cell;

    if (group == NULL)
        return;
    group->level = GROUP_HEAD;
    row = doc_add(m->c.d, group, DOC_ROW);
    cell = doc_cell(m->c.d, row, SCOPE_COLUMN, heading(m, &m->y));
    if (cell != NULL)
        cell->u.cell.rows = 2;
    cell = doc_cell(m->c.d, row, SCOPE_COLUMN, heading(m, &m->x));
    if (cell != NULL)
        cell->u.cell.columns = (uint16_t)m->x.steps;
    row = doc_add(m->c.d, group, DOC_ROW);
    for (uint32_t x = 0; x < m->x.steps; x++)
        doc_cell(m->c.d, row, SCOPE_COLUMN, step_text(m, &m->x, x));
}

static void add_body(const struct matrix *m, struct doc_node *table)
{
    struct doc_node *group = doc_add(m->c.d, table, DOC_ROW_GROUP);

    if (group == NULL)
        return;
    group->level = GROUP_BODY;
    for (uint32_t y = m->y.steps; y-- > 0;) { /* the highest on top */
        struct doc_node *row = doc_add(m->c.d, group, DOC_ROW);

        doc_cell(m->c.d, row, SCOPE_ROW, step_text(m, &m->y, y));
        for (uint32_t x = 0; x < m->x.steps; x++)
            matrix_cell(m, row, x, y);
    }
}

static struct doc_node *add_table(struct matrix *m, struct doc_node *section)
{
    const uint32_t n = m->x.steps + 1;
    struct arena *a = m->c.d->arena;
    struct doc_node *node = doc_new(a, DOC_TABLE);
    struct doc_table *table = arena_alloc(a, 1, sizeof(*table));
    struct doc_column *columns = arena_alloc(a, n, sizeof(*columns));

    if (node == NULL || table == NULL || columns == NULL)
        return NULL;
    *table = (struct doc_table){
        .columns = columns, .ncolumns = n, .sparse = true, .matrix = true};
    node->u.table = table;
    node->at = m->c.in->data->at;
    node->audience = (uint8_t)m->c.in->data->audience;
    doc_append(section, node);
    chart_title(&m->c, node);
    add_head(m, node);
    add_body(m, node);
    return node;
}

/* Rows that stand in no cell are named below. */
static bool add_unplaced(const struct matrix *m, struct doc_node *section)
{
    struct str *names =
        arena_alloc(m->c.d->arena, m->table->nrows, sizeof(*names));
    struct placeholder placeholders[] = {
        {"x", heading(m, &m->x)},
        {"y", heading(m, &m->y)},
        {"items", {NULL, 0}},
    };
    struct doc_node *p;
    uint32_t step;
    size_t n = 0;

    if (names == NULL)
        return false;
    for (size_t r = 0; r < m->table->nrows; r++) {
        if (row_is_plain(m->table->row_roles[r]) &&
            !(matrix_step(m, &m->x, r, &step) &&
              matrix_step(m, &m->y, r, &step)))
            names[n++] =
                generate_cell_words(m->c.in, m->c.d, m->table, r, m->name);
    }
    if (n == 0)
        return true;
    placeholders[2].value = phrase_join(
        m->c.in, m->c.d, names, n, PHRASE_LIST_SEPARATOR, PHRASE_LIST_LAST);
    p = doc_paragraph(
        m->c.d, section,
        phrase_fill(m->c.in, m->c.d, PHRASE_MATRIX_UNPLACED, placeholders, 3));
    if (p == NULL)
        return false;
    p->role = ROLE_FOOT;
    p->unnumbered = true;
    p->at = m->c.call->at;
    p->audience = (uint8_t)m->c.in->data->audience;
    return true;
}

/* Whether any row has a place; and the wording the words that are needed. */
static bool can_be_made(const struct matrix *m)
{
    const struct str *phrases = m->c.in->wording->phrases;
    uint32_t step;
    size_t r = 0;

    while (r < m->table->nrows && !(matrix_step(m, &m->x, r, &step) &&
                                    matrix_step(m, &m->y, r, &step)))
        r++;
    if (r == m->table->nrows) {
        finding(m->c.in->findings, FINDING_CHART_EMPTY, m->c.call->draw_at,
                "no row of %s has a place on both scales", m->c.in->data->file);
        finding_hint(m->c.in->findings,
                     "fill the columns that `x` and `y` name, or take the "
                     "matrix out here");
        return false;
    }
    if (phrases[PHRASE_MATRIX_COUNT].len > 0 &&
        phrases[PHRASE_MATRIX_UNPLACED].len > 0)
        return true;
    finding(m->c.in->findings, FINDING_MISSING, m->c.call->at,
            "the wording has no phrases `matrix-count` and `matrix-unplaced`");
    finding_hint(m->c.in->findings, "add them to the wording");
    return false;
}

void generate_matrix(const struct generator_in *in, struct doc *d,
                     struct doc_node *section)
{
    struct matrix m = {
        .c = {.in = in,
              .d = d,
              .call = in->call->chart,
              .table = in->data->table,
              .type = TYPE_TEXT},
        .table = in->data->table,
    };

    if (!chart_takes_words(&m.c) || !chart_takes(&m.c, 0, takes) ||
        !find_scale(&m, &m.x, &m.c.call->x, "x") ||
        !find_scale(&m, &m.y, &m.c.call->y, "y") || !takes_top(&m) ||
        !find_steps(&m, &m.x) || !find_steps(&m, &m.y) || !matrix_names(&m) ||
        !can_be_made(&m))
        return;
    prove_size(&m, &m.x);
    prove_size(&m, &m.y);
    matrix_bands(&m);
    if (add_table(&m, section) == NULL || !add_unplaced(&m, section))
        return;
    chart_foot(&m.c, section);
    if (m.c.call->table == CHART_TABLE_YES)
        data_table_add(in, d, section, in->form);
}
