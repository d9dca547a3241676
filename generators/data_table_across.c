#include "generators/data_table_across.h"

#include "core/base/buf.h"
#include "core/base/utf8.h"
#include "generators/generator_tools.h"

#define ROWS_MOST 5     /* that become columns unasked */
#define FIGURE 5000     /* milli-points: a figure in the smallest type, */
#define LETTER 4500     /* a letter of words, on average, */
#define BESIDE 5000     /* and what is beside a cell */
#define ASKED "options" /* the one value of the argument */

static const struct generator_argument *asked(const struct data_table *m)
{
    return generate_argument(m->in, "across");
}

/* Its first choice says yes. */
static bool is_chosen(const struct data_table *m, size_t chosen, size_t r)
{
    const struct cell *c;

    if (chosen == m->table->ncolumns)
        return false;
    c = table_cell(m->table, r, chosen);
    return c->state == CELL_VALUE && c->value.choice == 0;
}

size_t table_across_chosen(const struct data_table *m)
{
    const size_t chosen = table_column_of_role(m->table, COLUMN_CHOSEN);
    size_t n = 0;

    for (size_t r = 0; asked(m) != NULL && r < m->table->nrows; r++)
        n += is_chosen(m, chosen, r);
    return n == 1 ? chosen : m->table->ncolumns;
}

static size_t count_cells(const struct doc_node *row)
{
    size_t n = 0;

    for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
        if (c->u.cell.columns > 1 || c->u.cell.rows > 1)
            return 0;
        n++;
    }
    return n;
}

/* The cell of ROW that names it, in the column of names; NULL: none does. */
static struct doc_node *name_of(const struct data_table *m,
                                const struct doc_node *row)
{
    struct doc_node *c = row->first;

    for (uint32_t i = 0; c != NULL && i < m->ncolumns; i++, c = c->next) {
        if (m->columns[i].heads_row)
            return c->u.cell.scope == SCOPE_ROW ? c : NULL;
    }
    return NULL;
}

/* Each row has its name, a cell for each column, and nothing that makes it
   more than a row. */
static bool may_turn(const struct data_table *m)
{
    const struct doc_node *head = m->node->first;

    while (head != NULL && head->kind != DOC_ROW_GROUP)
        head = head->next;
    if (head == NULL || head->first != head->last || head->first == NULL ||
        count_cells(head->first) != m->ncolumns || m->table->nrows == 0 ||
        m->node->u.table->rooms != NULL)
        return false;
    for (const struct doc_node *g = head->next; g != NULL; g = g->next) {
        for (const struct doc_node *r = g->first; r != NULL; r = r->next) {
            if (g->level != GROUP_BODY || r->role != ROLE_NONE ||
                count_cells(r) != m->ncolumns || name_of(m, r) == NULL)
                return false;
        }
    }
    return true;
}

/* --- whether it is too wide --- */

/* Characters of the longest word of CELL, or of all of it where FIGURES. */
static size_t least_of(const struct doc_node *cell, bool figures)
{
    struct doc_walk w = doc_walk(cell);
    size_t all = 0;
    size_t word = 0;

    while (doc_walk_next(&w)) {
        struct str rest = w.node->text;

        if (!w.entering || !doc_is_text(w.node))
            continue;
        all += utf8_count(rest);
        while (rest.len > 0) {
            const size_t n = utf8_count(str_cut(&rest, ' '));

            word = n > word ? n : word;
        }
    }
    return figures && cell->u.cell.scope != SCOPE_COLUMN ? all : word;
}

/* What column I needs at least, in milli-points. */
static int64_t column_width(const struct data_table *m, uint32_t i)
{
    const bool figures = m->columns[i].look.nowrap;
    size_t most = 0;

    for (const struct doc_node *g = m->node->first; g != NULL; g = g->next) {
        for (const struct doc_node *r = g->first;
             g->kind == DOC_ROW_GROUP && r != NULL; r = r->next) {
            const struct doc_node *c = r->first;
            size_t n;

            for (uint32_t k = 0; c != NULL && k < i; k++)
                c = c->next;
            n = c == NULL ? 0 : least_of(c, figures);
            most = n > most ? n : most;
        }
    }
    return (int64_t)most * (figures ? FIGURE : LETTER) + BESIDE;
}

static bool is_too_wide(const struct data_table *m)
{
    const struct style *style = m->d->style;
    int64_t width = 0;

    if (style == NULL || m->table->nrows > ROWS_MOST ||
        m->ncolumns <= m->table->nrows + 1)
        return false;
    for (uint32_t i = 0; i < m->ncolumns; i++) {
        if (m->columns[i].form.type == TYPE_PROSE || m->columns[i].look.below)
            return false; /* comments find room below their rows */
        width += column_width(m, i);
    }
    return width > style->page.width - style->page.left - style->page.right;
}

/* --- the other way round --- */

/* What heads a column: above the name of the one that is recommended stands
   the heading of what says so. */
static void head_column(struct data_table *m, struct doc_node *head,
                        struct doc_node *name, size_t chosen, bool is)
{
    struct doc_node *words;
    struct doc_node *end;

    name->u.cell.scope = SCOPE_COLUMN;
    doc_append(head, name);
    if (!is)
        return;
    words = doc_new(m->d->arena, DOC_TEXT);
    end = doc_new(m->d->arena, DOC_BREAK);
    if (words == NULL || end == NULL)
        return;
    words->text =
        column_heading(m->d->arena, m->in->wording, &m->table->columns[chosen]);
    doc_open_cell(m->d->arena, name);
    doc_insert_first(name, end);
    doc_insert_first(name, words);
}

/* The model of N columns, of which CHOSEN is marked: nothing is aligned, but
   where all is figures. */
static void set_columns(struct data_table *m, uint32_t n, uint32_t chosen)
{
    struct doc_column *columns = arena_alloc(m->d->arena, n, sizeof(*columns));
    struct doc_table *table = arena_alloc(m->d->arena, 1, sizeof(*table));
    bool figures = true;

    if (columns == NULL || table == NULL)
        return;
    for (uint32_t i = 0; i < m->ncolumns; i++)
        figures = figures && (m->columns[i].heads_row ||
                              m->columns[i].look.align == ALIGN_END);
    for (uint32_t i = 1; figures && i < n; i++)
        columns[i] = (struct doc_column){.align = ALIGN_END, .nowrap = true};
    *table =
        (struct doc_table){.columns = columns, .ncolumns = n, .marked = chosen};
    m->node->u.table = table;
    for (struct doc_node *g = m->node->first; g != NULL; g = g->next) {
        for (struct doc_node *r = g->first;
             g->kind == DOC_ROW_GROUP && r != NULL; r = r->next) {
            for (struct doc_node *c = r->first; c != NULL; c = c->next)
                c->u.cell.align =
                    (uint8_t)(figures && c != r->first ? ALIGN_END
                                                       : ALIGN_START);
        }
    }
}

/* The cells of the old rows, name after name: into the head, and the others
   into the row of their column. */
static void move_cells(struct data_table *m, struct doc_node *head,
                       struct doc_node *body, struct doc_node *rows,
                       size_t chosen, uint32_t *marked)
{
    size_t at = 0;

    for (struct doc_node *row = rows; row != NULL; row = row->next, at++) {
        struct doc_node *name = name_of(m, row);
        struct doc_node *into = body->first;
        const bool is = is_chosen(m, chosen, at);

        for (struct doc_node *c = row->first; c != NULL;) {
            struct doc_node *next = c->next;

            doc_unlink(c);
            if (c == name) {
                head_column(m, head, c, chosen, is);
            } else if (into != NULL) {
                doc_append(into, c);
                into = into->next;
            }
            c = next;
        }
        if (is && *marked == 0)
            *marked = (uint32_t)at + 1;
    }
}

/* The old rows of all groups below the head, as one list. */
static struct doc_node *take_rows(struct data_table *m, struct doc_node *group)
{
    struct doc_node *rows = doc_new(m->d->arena, DOC_ROW_GROUP);

    while (rows != NULL && group->next != NULL) {
        struct doc_node *g = group->next;

        while (g->first != NULL) {
            struct doc_node *row = g->first;

            doc_unlink(row);
            doc_append(rows, row);
        }
        doc_unlink(g);
    }
    return rows;
}

/* A row for each heading but that of the names, which stays in the head. */
static void make_rows(struct data_table *m, struct doc_node *head,
                      struct doc_node *body)
{
    struct doc_node *c = head->first;

    for (uint32_t i = 0; i < m->ncolumns && c != NULL; i++) {
        struct doc_node *next = c->next;
        struct doc_node *row =
            m->columns[i].heads_row ? NULL : doc_add(m->d, body, DOC_ROW);

        if (row != NULL) {
            doc_unlink(c);
            c->u.cell.scope = SCOPE_ROW;
            row->at = doc_place(m->node);
            doc_append(row, c);
        }
        c = next;
    }
}

static void exchange(struct data_table *m)
{
    const size_t chosen = table_across_chosen(m);
    struct doc_node *body = doc_new(m->d->arena, DOC_ROW_GROUP);
    struct doc_node *group = m->node->first;
    struct doc_node *rows;
    uint32_t marked = 0;

    while (group->kind != DOC_ROW_GROUP)
        group = group->next;
    rows = take_rows(m, group);
    if (rows == NULL || body == NULL)
        return;
    body->level = GROUP_BODY;
    make_rows(m, group->first, body);
    move_cells(m, group->first, body, rows->first, chosen, &marked);
    doc_append(m->node, body);
    set_columns(m, (uint32_t)m->table->nrows + 1, marked);
}

void table_across(struct data_table *m)
{
    const struct generator_argument *arg = asked(m);

    if (m->node == NULL || doc_status(m->d) != ST_OK)
        return;
    if (arg != NULL && !str_eq(arg->value, STR_LIT(ASKED))) {
        finding(m->in->findings, FINDING_BAD_VALUE, arg->at,
                "`%.*s` is no way to exchange rows and columns",
                STR_ARG(arg->value));
        finding_hint(m->in->findings, "write across=\"" ASKED "\"");
    } else if (may_turn(m) && (arg != NULL || is_too_wide(m))) {
        exchange(m);
    } else if (arg != NULL && m->table->nrows > 0) {
        finding(m->in->findings, FINDING_BAD_VALUE, arg->at,
                "%s has totals, groups, rows without a name or drawings, and "
                "its rows cannot be columns",
                m->in->data->file);
        finding_hint(m->in->findings, "take across= out");
    }
}
