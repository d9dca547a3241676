#include "generators/data_table.h"

#include "core/value/unit.h"
#include "generators/asked_column.h"
#include "generators/chosen_columns.h"
#include "generators/data_table_across.h"
#include "generators/data_table_groups.h"
#include "generators/data_table_head.h"
#include "generators/data_table_notes.h"
#include "generators/drawn_column.h"
#include "generators/fault_note.h"
#include "generators/generator_tools.h"
#include "generators/marker_notes.h"

#define ROWS_READ 20000 /* hundreds of pages: more are read by nobody */

/* The unit of the money that is printed, where all of it has the same. A
   balance below it is a whole sum. */
static uint8_t common_zeros(const struct data_table *m)
{
    const struct table *t = m->table;
    size_t first = t->ncolumns;

    if (generate_argument(m->in, "balance") != NULL)
        return 0;
    for (size_t i = 0; i < m->norder; i++) {
        const struct column *c = &t->columns[m->order[i]];

        if (c->kind == NULL || c->kind->type != TYPE_MONEY)
            continue;
        if (first < t->ncolumns && t->columns[first].zeros != c->zeros)
            return 0;
        first = m->order[i];
    }
    return first < t->ncolumns ? unit_in_print(t->columns[first].zeros) : 0;
}

/* What is drawn in the columns that are printed. */
static void choose_drawings(struct data_table *m, struct doc_table *table)
{
    struct arena *a = m->d->arena;
    bool *printed;
    struct doc_room *rooms;

    if (m->in->call == NULL || m->in->call->ncolumns == 0)
        return;
    printed = arena_alloc(a, m->table->ncolumns, sizeof(*printed));
    rooms = arena_alloc(a, m->ncolumns, sizeof(*rooms));
    if (printed == NULL || rooms == NULL)
        return;
    for (uint32_t i = 0; i < m->ncolumns; i++) {
        struct printed_column *p = &m->columns[i];

        printed[p->index] = true;
        p->drawn = drawn_column(m->in, m->d, m->table, p->index);
        if (p->drawn == NULL)
            continue;
        rooms[i] = drawn_column_room(p->drawn);
        table->rooms = rooms;
    }
    drawn_columns_prove(m->in, m->d, m->table, printed);
}

/* Whether what is asked for of COLUMN can be below its row. */
/* `Budget, £000` over amounts in another unit: one of the two is wrong. */
static void doubt_caption(const struct data_table *m)
{
    const struct generator_in *in = m->in;
    const struct str given = in->call->caption;
    const struct str text = given.ptr == NULL ? in->data->title : given;
    struct unit unit;
    bool money = false;

    for (size_t i = 0; i < m->norder; i++) {
        const struct kind_column *kind = m->table->columns[m->order[i]].kind;

        money |= kind != NULL && kind->type == TYPE_MONEY;
    }
    if (!money || !unit_find(text, in->wording, &unit) ||
        unit.zeros == m->zeros)
        return;
    finding(in->findings, FINDING_DOUBTFUL, in->at,
            "the caption `%.*s` names another unit than the amounts below it "
            "are in",
            STR_ARG(text));
    finding_hint(in->findings,
                 "unit=\"...\" in the data element says which they are in; the "
                 "table says it in its headings, and its caption need not");
}

static bool is_below(const struct data_table *m, size_t column)
{
    return asked_below(m->in, &m->table->columns[column],
                       column == m->head || m->ncolumns == 0);
}

/* Those that stand below their rows come last there, and are heard last. */
static void put_below_last(struct data_table *m)
{
    size_t *order = arena_alloc(m->d->arena, m->norder, sizeof(*order));
    size_t n = 0;

    for (int below = 0; order != NULL && below < 2; below++) {
        for (size_t i = 0; i < m->norder; i++) {
            const struct generator_column *asked =
                asked_column(m->in, &m->table->columns[m->order[i]]);

            if ((asked != NULL && asked->below) == (below == 1))
                order[n++] = m->order[i];
        }
    }
    if (order != NULL)
        m->order = order;
}

/* The columns that are printed. Groups that suit rows have none. */
static void choose_order(struct data_table *m)
{
    const struct table *t = m->table;

    m->groups = m->form->groups;
    m->norder = chosen_columns(
        m->in,
        m->groups != GROUPS_IN_COLUMN ? m->group : table_across_chosen(m),
        m->d->arena, &m->order);
    if (table_across_chosen(m) < t->ncolumns)
        generate_mark(m->in, &t->columns[table_across_chosen(m)]);
    if (!table_groups_suit_rows(m, m->order, m->norder))
        return;
    m->groups = GROUPS_IN_HEAD;
    m->order++; /* the column of groups is the first */
    m->norder--;
    generate_mark(m->in, &t->columns[m->group]);
}

static void choose_columns(struct data_table *m)
{
    const struct table *t = m->table;
    struct doc_column *looks;
    struct doc_table *table;

    choose_order(m);
    put_below_last(m);
    m->columns = arena_alloc(m->d->arena, m->norder, sizeof(*m->columns));
    looks = arena_alloc(m->d->arena, m->norder, sizeof(*looks));
    table = arena_alloc(m->d->arena, 1, sizeof(*table));
    if (m->columns == NULL || looks == NULL || table == NULL)
        return;
    m->zeros = common_zeros(m);
    for (size_t k = 0; k < m->norder; k++) {
        const size_t i = m->order[k];

        generate_mark(m->in, &t->columns[i]);
        m->columns[m->ncolumns] = m->zeros > 0 ? generate_column_in_unit(t, i)
                                               : generate_column(t, i);
        m->columns[m->ncolumns].heads_row = i == m->head;
        if (m->form->own_decimals)
            m->columns[m->ncolumns].form.own_decimals = true;
        m->columns[m->ncolumns].look.below = is_below(m, i);
        looks[m->ncolumns] = m->columns[m->ncolumns].look;
        m->ncolumns++;
    }
    *table = (struct doc_table){.columns = looks, .ncolumns = m->ncolumns};
    choose_drawings(m, table);
    m->node->u.table = table;
}

static void check_length(const struct generator_in *in)
{
    const struct data *data = in->data;

    if (data->table->nrows <= ROWS_READ)
        return;
    finding(in->findings, FINDING_LONG_TABLE, data->at,
            "%s is printed as a table of %zu rows", data->file,
            data->table->nrows);
    finding_hint(in->findings, "print a summary: the file itself travels "
                               "inside the PDF");
}

size_t generate_head_column(const struct generator_in *in,
                            enum column_role first)
{
    const struct generator_argument *arg = generate_argument(in, "head");
    const struct table *t = in->data->table;
    const enum column_role roles[] = {first, COLUMN_LABEL, COLUMN_KEY,
                                      COLUMN_ROW_ROLE};
    const size_t nroles = sizeof(roles) / sizeof(roles[0]);
    size_t column = t->ncolumns;

    if (arg != NULL)
        column = table_column(t, arg->value);
    if (column < t->ncolumns)
        return column;
    if (arg == NULL || kind_has_column(t->kind, arg->value)) {
        for (size_t i = 0; i < nroles && column == t->ncolumns; i++)
            column = table_column_of_role(t, roles[i]);
        return column;
    }
    finding(in->findings, FINDING_UNKNOWN_NAME, arg->at,
            "%s has no column `%.*s`", in->data->file, STR_ARG(arg->value));
    return column;
}

void data_table_open(struct data_table *m, const struct generator_in *in,
                     struct doc *d, struct doc_node *section,
                     const struct table_form *form)
{
    const struct table *t = in->data->table;
    struct doc_node *node;

    *m = (struct data_table){
        .in = in,
        .d = d,
        .table = t,
        .given = t,
        .form = form,
        .head = generate_head_column(in, form->head),
        .group = table_column_of_role(t, COLUMN_GROUP),
        .notes = doc_new(d->arena, DOC_FRAGMENT),
    };
    node = doc_new(d->arena, DOC_TABLE);
    if (node == NULL || m->notes == NULL)
        return;
    node->at = in->data->at;
    node->audience = (uint8_t)in->data->audience;
    m->node = node;
    choose_columns(m);
    if (m->ncolumns == 0) {
        m->node = NULL;
        return;
    }
    doc_append(section, node);
    check_length(in);
    /* At once, so that cells need not ask one by one for theirs. */
    m->nfaults = figures_faults(in->figures, d->arena, t, &m->faults);
}

void data_table_head(struct data_table *m)
{
    const struct data_table_head head = {
        .in = m->in,
        .d = m->d,
        .table = m->table,
        .columns = m->columns,
        .ncolumns = m->ncolumns,
        .group = m->groups == m->form->groups ? m->table->ncolumns : m->group,
        .zeros = m->zeros,
        .node = m->node,
    };

    if (m->node != NULL)
        table_head_add(&head);
}

void data_table_begin(struct data_table *m, const struct generator_in *in,
                      struct doc *d, struct doc_node *section,
                      const struct table_form *form)
{
    data_table_open(m, in, d, section, form);
    if (m->node != NULL)
        generate_caption(in, d, m->node);
    doubt_caption(m);
    data_table_head(m);
}

bool data_table_foot(struct data_table *m, size_t column, struct str text,
                     struct str value, const struct expanded_fault *faults,
                     struct place at)
{
    struct doc_node *group;
    struct doc_node *row;
    bool printed = false;

    for (uint32_t i = 0; i < m->ncolumns; i++)
        printed = printed || m->columns[i].index == column;
    if (m->node == NULL || !printed)
        return m->node == NULL;
    group = m->node->last;
    if (group == NULL || group->level != GROUP_FOOT)
        group = doc_add(m->d, m->node, DOC_ROW_GROUP);
    row = doc_add(m->d, group, DOC_ROW);
    if (row == NULL)
        return true;
    group->level = GROUP_FOOT;
    row->role = ROLE_TOTAL;
    row->at = at;
    for (uint32_t i = 0; i < m->ncolumns; i++) {
        const struct printed_column *p = &m->columns[i];
        struct doc_node *cell =
            doc_cell(m->d, row, p->heads_row ? SCOPE_ROW : SCOPE_NONE,
                     p->heads_row         ? text
                     : p->index == column ? value
                                          : (struct str){NULL, 0});

        if (cell == NULL)
            return true;
        cell->u.cell.align = (uint8_t)p->look.align;
        cell->at = at;
        for (const struct expanded_fault *x = p->index == column ? faults
                                                                 : NULL;
             x != NULL; x = x->next)
            fault_note(m->in, m->d, cell, m->notes, x->words, x->at);
    }
    return true;
}

/* P, which comes from AT, stands under the table; NULL: it says nothing. */
static struct doc_node *make_foot(const struct data_table *m,
                                  struct doc_node *p, struct place at)
{
    if (p == NULL)
        return NULL;
    p->role = ROLE_FOOT;
    p->unnumbered = true;
    p->at = at;
    p->audience = m->node->audience;
    return p;
}

static struct doc_node *add_foot(struct data_table *m, struct str text,
                                 struct place at)
{
    return make_foot(
        m, text.len == 0 ? NULL : doc_paragraph(m->d, m->node->parent, text),
        at);
}

/* What a plus and a minus mean, under a table that has such. */
static void add_signs(struct data_table *m)
{
    const struct kind *kind = m->table->kind;
    const struct str text =
        kind_title_in(&kind->signs, kind->sign, m->in->wording->lang);
    struct doc_node *p;
    bool signs = false;

    for (uint32_t i = 0; i < m->ncolumns; i++) {
        const struct kind_column *c =
            m->table->columns[m->columns[i].index].kind;

        signs = signs || (c != NULL && c->signs);
    }
    if (!signs)
        return;
    p = add_foot(m, text, m->in->data->at);
    if (p != NULL)
        p->lang = kind_title_language(&kind->signs, m->in->wording->lang);
}

static void tell_language(const struct data_table *m)
{
    const char *wanted = m->in->wording->lang;
    const struct kind *kind = m->table->kind;
    const char *lang = kind_title_language(&kind->titles, wanted);

    if (lang == NULL)
        return;
    finding(m->in->findings, FINDING_ASSUMED, m->in->data->at,
            "the kind `%s` has no titles in `%s`: its own are printed, marked "
            "as `%s`",
            kind->id, wanted, lang);
    finding_hint(m->in->findings, "add <title lang=\"%s\"> to it", wanted);
}

static void add_rounded(struct data_table *m)
{
    const struct str text = m->in->wording->phrases[PHRASE_ROUNDED];

    if (!figures_rounded(m->in->figures, m->given))
        return;
    if (text.len == 0) {
        finding(m->in->findings, FINDING_DOUBTFUL, m->in->data->at,
                "figures of %s do not add up for rounding, and the wording "
                "has no phrase `rounded` that says so",
                m->in->data->file);
        return;
    }
    (void)add_foot(m, text, m->in->data->at);
}

/* What drawings mean stands under the table. */
static void add_keys(struct data_table *m)
{
    for (uint32_t i = 0; i < m->ncolumns && m->table->nrows > 0; i++)
        (void)make_foot(m,
                        drawn_column_key(m->columns[i].drawn, m->node->parent),
                        m->in->data->at);
}

/* What stands in place of figures. */
static void add_markers(struct data_table *m)
{
    struct marker_notes notes = {0};

    for (size_t r = 0; r < m->table->nrows; r++) {
        for (uint32_t i = 0; i < m->ncolumns; i++)
            marker_notes_see(&notes, m->in->wording,
                             table_cell(m->table, r, m->columns[i].index));
    }
    (void)add_foot(m, marker_notes_text(&notes, m->in, m->d, m->table),
                   m->in->data->at);
}

/* What the data has under its rows stands under the table; not what belongs to
   a column or a row that it leaves out. */
static void add_data_notes(struct data_table *m)
{
    const bool *met = data_table_notes_met(m);

    for (size_t i = 0; met != NULL && i < m->table->nnotes; i++) {
        const struct table_note *n = &m->table->notes[i];

        generate_mark(m->in, n);
        if (met[i])
            (void)add_foot(m, n->text, n->at);
    }
}

void data_table_end(struct data_table *m)
{
    if (m->node == NULL)
        return;
    fault_notes_end(m->notes, m->node->parent, m->node->audience);
    tell_language(m);
    add_keys(m);
    add_markers(m);
    add_signs(m);
    add_rounded(m);
    add_data_notes(m);
}
