#include "generators/data_table.h"

#include "generators/asked_column.h"
#include "generators/chosen_columns.h"
#include "generators/data_table_head.h"
#include "generators/drawn_column.h"
#include "generators/fault_note.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"

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
    return first < t->ncolumns ? t->columns[first].zeros : 0;
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
static bool is_below(const struct data_table *m, size_t column)
{
    return asked_below(m->in, &m->table->columns[column],
                       column == m->head || m->ncolumns == 0);
}

static void choose_columns(struct data_table *m)
{
    const struct table *t = m->table;
    struct doc_column *looks;
    struct doc_table *table;

    m->norder = chosen_columns(
        m->in, m->form->groups == GROUPS_IN_COLUMN ? t->ncolumns : m->group,
        m->d->arena, &m->order);
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
    /* Nobody says how wide data may be: what fits no other way may turn. */
    *table = (struct doc_table){
        .columns = looks, .ncolumns = m->ncolumns, .landscape = true};
    choose_drawings(m, table);
    m->node->u.table = table;
}

/* Row R is its group's own: it names the group and nothing in it. */
static bool names_group(const struct data_table *m, size_t r)
{
    const struct table *t = m->table;

    return m->form->groups == GROUPS_IN_HEAD && m->group < t->ncolumns &&
           m->head < t->ncolumns &&
           table_cell(t, r, m->head)->state == CELL_BLANK &&
           table_cell(t, r, m->group)->state != CELL_BLANK;
}

/* The printed column whose cell heads row R: the table's own, and where that is
   blank the row's first words, if there is something beside them to head:
   whoever hears a cell hears what its row is. */
static uint32_t row_header(const struct data_table *m, size_t r)
{
    uint32_t found = m->ncolumns;
    uint32_t own = m->ncolumns;
    uint32_t nfilled = 0;

    for (uint32_t i = 0; i < m->ncolumns; i++) {
        const struct printed_column *p = &m->columns[i];
        const bool blank =
            table_cell(m->table, r, p->index)->state == CELL_BLANK;

        if (p->heads_row && (!blank || names_group(m, r)))
            return i;
        own = p->heads_row ? i : own;
        nfilled += !blank;
        if (!blank && found == m->ncolumns && p->look.align != ALIGN_END &&
            p->form.type != TYPE_PROSE)
            found = i;
    }
    if (found == m->ncolumns && nfilled > 0)
        return own; /* of figures alone: blank as it is */
    return nfilled > 1 ? found : m->ncolumns;
}

static struct doc_node *add_cell(struct data_table *m, struct doc_node *row,
                                 size_t r, const struct printed_column *column,
                                 bool heads)
{
    struct printed_column p = *column;
    struct printed_column group;

    p.heads_row = heads;
    if (!heads || !column->heads_row || !names_group(m, r))
        return generate_cell(m->in, m->d, row, m->table, r, &p);
    group = generate_column(m->table, m->group);
    group.heads_row = true;
    generate_mark(m->in, &m->table->columns[m->group]);
    return generate_cell(m->in, m->d, row, m->table, r, &group);
}

static void add_cells(struct data_table *m, struct doc_node *row, size_t r)
{
    const uint32_t header = row_header(m, r);

    for (uint32_t i = 0; i < m->ncolumns; i++) {
        const struct printed_column *p = &m->columns[i];
        struct doc_node *cell = add_cell(m, row, r, p, i == header);

        if (cell == NULL)
            return;
        if (i == header)
            cell->u.cell.scope = SCOPE_ROW; /* of a blank one, too */
        drawn_column_row(p->drawn, cell, r);
        for (size_t f = m->next_fault; f < m->nfaults && m->faults[f].row <= r;
             f++) {
            if (m->faults[f].row == r && m->faults[f].column == p->index)
                fault_note(m->in, m->d, cell, m->notes,
                           fault_text(m->d->arena, m->in->wording,
                                      m->faults[f].fault, p->form),
                           m->faults[f].fault->acknowledged->at);
        }
    }
    while (m->next_fault < m->nfaults && m->faults[m->next_fault].row <= r)
        m->next_fault++;
}

/* A row that names its group and says nothing else is one cell. */
static bool add_group_title(struct data_table *m, struct doc_node *row,
                            size_t r)
{
    const struct printed_column *said = NULL;
    struct doc_node *cell;

    for (uint32_t i = 0; i < m->ncolumns; i++) {
        if (table_cell(m->table, r, m->columns[i].index)->state == CELL_BLANK)
            continue;
        if (said != NULL)
            return false;
        said = &m->columns[i];
    }
    if (said == NULL)
        return false;
    cell = generate_cell(m->in, m->d, row, m->table, r, said);
    if (cell == NULL)
        return false;
    cell->u.cell.scope = SCOPE_ROW;
    cell->u.cell.columns = (uint16_t)m->ncolumns;
    return true;
}

static void add_row(struct data_table *m, struct doc_node *group, size_t r)
{
    struct doc_node *row = doc_add(m->d, group, DOC_ROW);

    if (row == NULL)
        return;
    row->at = table_cell_place(m->table, r, 0);
    switch (m->table->row_roles[r]) {
    case ROW_TOTAL:
    case ROW_SUB_TOTAL:
    case ROW_BLOCK_TOTAL:
    case ROW_RESULT:
    case ROW_CLOSING: row->role = ROLE_TOTAL; break;
    case ROW_GROUP_TITLE:
        row->role = ROLE_GROUP_TITLE;
        row->keep_next = true;
        if (add_group_title(m, row, r))
            return;
        break;
    default:
        if (names_group(m, r))
            row->role = ROLE_GROUP_TITLE;
        break;
    }
    add_cells(m, row, r);
}

/* Totals at the end are of the whole table; a table of totals alone has
   them as its rows. */
static size_t first_of_foot(const struct table *t)
{
    size_t r = t->nrows;

    while (r > 0 && t->row_roles[r - 1] == ROW_TOTAL)
        r--;
    return r == 0 ? t->nrows : r;
}

/* Row R begins a group: it names one, or its group's text is another than
   the last that was given. */
static bool begins_group(struct data_table *m, size_t r)
{
    const struct table *t = m->table;
    struct str text;
    bool another;

    if (t->row_roles[r] == ROW_GROUP_TITLE)
        return true;
    if (m->group == t->ncolumns || t->row_roles[r] != ROW_ENTRY)
        return false;
    text = cell_as_typed(table_cell(t, r, m->group));
    another = text.len > 0 && !str_eq(text, m->group_text);
    if (text.len > 0)
        m->group_text = text;
    return another;
}

/* The name of the group that row R begins, above its rows. */
static void add_group_name(struct data_table *m, struct doc_node *group,
                           size_t r)
{
    struct doc_node *row;
    struct doc_node *cell;

    if (m->table->row_roles[r] != ROW_ENTRY)
        return;
    row = doc_add(m->d, group, DOC_ROW);
    generate_mark(m->in, &m->table->columns[m->group]);
    cell = table_wide_cell(
        m->d, row, SCOPE_ROW,
        cell_marked(m->d->arena,
                    generate_cell_words(m->in, m->d, m->table, r, m->group),
                    cell_marks(table_cell(m->table, r, m->group))),
        m->ncolumns);
    if (cell == NULL)
        return;
    row->role = ROLE_GROUP_TITLE;
    row->keep_next = true;
    cell->at = table_cell_place(m->table, r, m->group);
    row->at = cell->at;
}

/* What stands for rows where there are none. */
static void add_no_rows(struct data_table *m)
{
    struct doc_node *group = doc_add(m->d, m->node, DOC_ROW_GROUP);

    if (group == NULL)
        return;
    group->level = GROUP_BODY;
    table_wide_cell(m->d, doc_add(m->d, group, DOC_ROW), SCOPE_NONE,
                    m->in->wording->phrases[PHRASE_NIL], m->ncolumns);
}

void data_table_rows(struct data_table *m)
{
    const size_t foot = m->node == NULL ? 0 : first_of_foot(m->table);
    struct doc_node *group = NULL;

    if (m->node == NULL)
        return;
    if (m->table->nrows == 0)
        add_no_rows(m);
    for (size_t r = 0; r < m->table->nrows; r++) {
        const bool begins = r < foot && begins_group(m, r);

        if (group == NULL || r == foot || begins) {
            group = doc_add(m->d, m->node, DOC_ROW_GROUP);
            if (group == NULL)
                return;
            group->level = r < foot ? GROUP_BODY : GROUP_FOOT;
        }
        if (begins &&
            (m->form->groups == GROUPS_IN_ROWS ||
             (m->form->groups == GROUPS_IN_HEAD && !names_group(m, r))))
            add_group_name(m, group, r);
        add_row(m, group, r);
    }
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
    if (arg == NULL || column_is_of_kind(t, arg->value)) {
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

/* What a plus and a minus mean, under a table that has such. */
static void add_signs(struct data_table *m)
{
    const struct kind *kind = m->table->kind;
    const struct str text =
        kind_title_in(&kind->signs, kind->sign, m->in->wording->lang);
    struct doc_node *p = NULL;

    for (uint32_t i = 0; i < m->ncolumns && p == NULL; i++) {
        const struct kind_column *c =
            m->table->columns[m->columns[i].index].kind;

        if (text.len > 0 && c != NULL && c->signs)
            p = doc_paragraph(m->d, m->node->parent, text);
    }
    if (p == NULL)
        return;
    p->at = m->in->data->at;
    p->audience = m->node->audience;
}

static void add_rounded(struct data_table *m)
{
    const struct str text = m->in->wording->phrases[PHRASE_ROUNDED];
    struct doc_node *p;

    if (!figures_rounded(m->in->figures, m->given))
        return;
    if (text.len == 0) {
        finding(m->in->findings, FINDING_DOUBTFUL, m->in->data->at,
                "figures of %s do not add up for rounding, and the wording "
                "has no phrase `rounded` that says so",
                m->in->data->file);
        return;
    }
    p = doc_paragraph(m->d, m->node->parent, text);
    if (p == NULL)
        return;
    p->at = m->in->data->at;
    p->audience = m->node->audience;
}

/* What drawings mean stands under the table. */
static void add_keys(struct data_table *m)
{
    for (uint32_t i = 0; i < m->ncolumns && m->table->nrows > 0; i++) {
        const struct str key = drawn_column_key(m->columns[i].drawn);
        struct doc_node *p =
            key.len == 0 ? NULL : doc_paragraph(m->d, m->node->parent, key);

        if (p == NULL)
            continue;
        p->role = ROLE_FOOT;
        p->unnumbered = true;
        p->at = m->in->data->at;
        p->audience = m->node->audience;
    }
}

/* What the data has under its rows stands under the table. */
static void add_data_notes(struct data_table *m)
{
    for (size_t i = 0; i < m->table->nnotes; i++) {
        const struct table_note *n = &m->table->notes[i];
        struct doc_node *p = doc_paragraph(m->d, m->node->parent, n->text);

        if (p == NULL)
            return;
        generate_mark(m->in, n);
        p->at = n->at;
        p->audience = m->node->audience;
    }
}

void data_table_end(struct data_table *m)
{
    if (m->node == NULL)
        return;
    fault_notes_end(m->notes, m->node->parent, m->node->audience);
    add_keys(m);
    add_signs(m);
    add_rounded(m);
    add_data_notes(m);
}

void data_table_add(const struct generator_in *in, struct doc *d,
                    struct doc_node *section, const struct table_form *form)
{
    struct data_table m;

    data_table_begin(&m, in, d, section, form);
    data_table_rows(&m);
    data_table_end(&m);
}

/* Any data as a table, in the form of its row in generator_table[]. */
void generate_table(const struct generator_in *in, struct doc *d,
                    struct doc_node *section)
{
    data_table_add(in, d, section, in->form);
}
