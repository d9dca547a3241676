#include "generators/helpers.h"
#include "generators/table.h"

#include <stdlib.h>

#define ROWS_READ 20000 /* hundreds of pages: more are read by nobody */

/* A table on its way into the tree. */
struct making {
    const struct generator_in *in;
    struct doc *d;
    const struct table *table;
    struct printed_column *columns;
    uint32_t ncolumns;
    size_t head;                    /* the table's column that heads rows */
    size_t group;                   /* the column of groups, or ncolumns */
    struct str group_text;          /* of the rows so far */
    const struct computed **faults; /* acknowledged ones, by row and column */
    size_t nfaults;
    size_t next_fault;
    struct doc_node *node;
    struct doc_node *notes; /* a fragment; they follow the table */
};

static bool is_printed(const struct column *c)
{
    return c->kind == NULL || !c->kind->hidden;
}

static void choose_columns(struct making *m)
{
    const struct table *t = m->table;
    struct doc_column *forms;
    struct doc_table *table;

    m->columns = arena_alloc(m->d->arena, t->ncolumns, sizeof(*m->columns));
    forms = arena_alloc(m->d->arena, t->ncolumns, sizeof(*forms));
    table = arena_alloc(m->d->arena, 1, sizeof(*table));
    if (m->columns == NULL || forms == NULL || table == NULL)
        return;
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (!is_printed(&t->columns[i]))
            continue;
        m->columns[m->ncolumns] = generate_column(t, i);
        m->columns[m->ncolumns].heads_row = i == m->head;
        forms[m->ncolumns] = m->columns[m->ncolumns].form;
        m->ncolumns++;
    }
    /* Nobody says how wide data may be: what fits no other way may turn. */
    *table = (struct doc_table){
        .columns = forms, .ncolumns = m->ncolumns, .landscape = true};
    m->node->u.table = table;
}

static int compare_faults(const void *a, const void *b)
{
    const struct computed *x = *(const struct computed *const *)a;
    const struct computed *y = *(const struct computed *const *)b;

    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

/* Sorted once, so that cells need not ask one by one for theirs. */
static void collect_faults(struct making *m)
{
    const struct figures *f = m->in->figures;
    size_t count = 0;

    for (size_t i = 0; i < f->ncomputed; i++)
        count += f->computed[i].table == m->table &&
                 f->computed[i].acknowledged != NULL;
    if (count == 0)
        return;
    m->faults = arena_alloc(m->d->arena, count, sizeof(*m->faults));
    if (m->faults == NULL)
        return;
    for (size_t i = 0; i < f->ncomputed; i++) {
        if (f->computed[i].table == m->table &&
            f->computed[i].acknowledged != NULL)
            m->faults[m->nfaults++] = &f->computed[i];
    }
    qsort(m->faults, m->nfaults, sizeof(*m->faults), compare_faults);
}

static struct str column_title(const struct making *m, const struct column *c)
{
    if (c->year != 0)
        return wording_year(m->d->arena, m->in->wording, c->year);
    if (c->kind == NULL || c->kind->headings_as_given ||
        c->kind->title.len == 0)
        return c->heading;
    return c->kind->title;
}

static void add_head(struct making *m)
{
    struct doc_node *group = doc_add(m->d, m->node, DOC_ROW_GROUP);
    struct doc_node *row = doc_add(m->d, group, DOC_ROW);

    if (row == NULL)
        return;
    group->level = GROUP_HEAD;
    for (uint32_t i = 0; i < m->ncolumns; i++) {
        const struct printed_column *p = &m->columns[i];
        struct doc_node *cell =
            doc_cell(m->d, row, SCOPE_COLUMN,
                     column_title(m, &m->table->columns[p->index]));

        if (cell != NULL)
            cell->u.cell.align = (uint8_t)p->form.align;
    }
}

/* What the data claims is printed; the note says what its rows give. */
static void add_fault(struct making *m, struct doc_node *cell,
                      const struct printed_column *column,
                      const struct computed *fault)
{
    struct doc *d = m->d;
    const struct str printed =
        cell->first == NULL ? (struct str){NULL, 0} : cell->first->text;
    const struct hole holes[] = {
        {"printed", printed},
        {"computed", generate_figure(m->in, d, column, fault->value)},
    };
    struct doc_node *mark = doc_add(d, cell, DOC_NOTE_MARK);
    struct doc_node *note = doc_add(d, m->notes, DOC_NOTE);
    struct str text = wording_fill(
        d->arena, m->in->wording->phrases[PHRASE_PUBLISHED_FAULT], holes, 2);

    if (mark == NULL || note == NULL)
        return;
    note->id = arena_printf(d->arena, "note-%u", (unsigned)++d->notes).ptr;
    note->u.series = m->in->template_used->note_series;
    note->at = fault->acknowledged->at;
    mark->u.target = note->id;
    mark->at = note->at;
    doc_text(d, note,
             arena_printf(d->arena, "%.*s %.*s", STR_ARG(text),
                          STR_ARG(fault->acknowledged->because)));
}

static void add_cells(struct making *m, struct doc_node *row, size_t r)
{
    for (uint32_t i = 0; i < m->ncolumns; i++) {
        const struct printed_column *p = &m->columns[i];
        struct doc_node *cell = generate_cell(m->in, m->d, row, m->table, r, p);

        if (cell == NULL)
            return;
        for (size_t f = m->next_fault; f < m->nfaults && m->faults[f]->row <= r;
             f++) {
            if (m->faults[f]->row == r && m->faults[f]->column == p->index)
                add_fault(m, cell, p, m->faults[f]);
        }
    }
    while (m->next_fault < m->nfaults && m->faults[m->next_fault]->row <= r)
        m->next_fault++;
}

/* A row that names its group and says nothing else is one cell. */
static bool add_group_title(struct making *m, struct doc_node *row, size_t r)
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
    if (said == NULL || m->ncolumns > UINT16_MAX)
        return false;
    cell = generate_cell(m->in, m->d, row, m->table, r, said);
    if (cell == NULL)
        return false;
    cell->u.cell.scope = SCOPE_ROW;
    cell->u.cell.columns = (uint16_t)m->ncolumns;
    return true;
}

static void add_row(struct making *m, struct doc_node *group, size_t r)
{
    struct doc_node *row = doc_add(m->d, group, DOC_ROW);

    if (row == NULL)
        return;
    row->at = table_cell_place(m->table, r, 0);
    switch (m->table->lines[r]) {
    case LINE_TOTAL:
    case LINE_SUB_TOTAL: row->role = ROLE_TOTAL; break;
    case LINE_GROUP:
        row->role = ROLE_GROUP_TITLE;
        row->keep_next = true;
        if (add_group_title(m, row, r))
            return;
        break;
    default: break;
    }
    add_cells(m, row, r);
}

/* Totals at the end are of the whole table; a table of totals alone has
   them as its rows. */
static size_t first_of_foot(const struct table *t)
{
    size_t r = t->nrows;

    while (r > 0 && t->lines[r - 1] == LINE_TOTAL)
        r--;
    return r == 0 ? t->nrows : r;
}

/* Row R begins a group: it names one, or its group's text is another than
   the last that was given. */
static bool begins_group(struct making *m, size_t r)
{
    const struct table *t = m->table;
    struct str text;
    bool another;

    if (t->lines[r] == LINE_GROUP)
        return true;
    if (m->group == t->ncolumns || t->lines[r] != LINE_PLAIN)
        return false;
    text = cell_text(table_cell(t, r, m->group));
    another = text.len > 0 && !str_eq(text, m->group_text);
    if (text.len > 0)
        m->group_text = text;
    return another;
}

static void add_rows(struct making *m)
{
    const size_t foot = first_of_foot(m->table);
    struct doc_node *group = NULL;

    for (size_t r = 0; r < m->table->nrows; r++) {
        const bool begins = r < foot && begins_group(m, r);

        if (group == NULL || r == foot || begins) {
            group = doc_add(m->d, m->node, DOC_ROW_GROUP);
            if (group == NULL)
                return;
            group->level = r < foot ? GROUP_BODY : GROUP_FOOT;
        }
        add_row(m, group, r);
    }
}

static void add_caption(struct making *m)
{
    const struct generator_in *in = m->in;
    struct str text = in->slot->caption;
    struct doc_node *caption;

    if (text.len == 0)
        text = in->data->title;
    if (text.len == 0)
        text = m->table->kind->title;
    text = generate_expand(in, m->d, m->node, text, in->data->at);
    if (text.len == 0)
        return;
    caption = doc_add(m->d, m->node, DOC_CAPTION);
    if (caption != NULL)
        caption->keep_next = true;
    doc_text(m->d, caption, text);
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

void generate_data_table(const struct generator_in *in, struct doc *d,
                         struct doc_node *section, size_t head)
{
    const struct table *t = in->data->table;
    struct making m = {
        .in = in,
        .d = d,
        .table = t,
        .head = head,
        .group = table_column_of_role(t, COLUMN_GROUP),
        .notes = doc_new(d->arena, DOC_FRAGMENT),
    };
    struct doc_node *note;

    if (t->nrows == 0)
        return;
    m.node = doc_new(d->arena, DOC_TABLE);
    if (m.node == NULL || m.notes == NULL)
        return;
    m.node->at = in->data->at;
    m.node->copy = (uint8_t)in->data->copy;
    choose_columns(&m);
    if (m.ncolumns == 0)
        return;
    doc_append(section, m.node);
    check_length(in);
    collect_faults(&m);
    add_caption(&m);
    add_head(&m);
    add_rows(&m);
    note = m.notes->first;
    while (note != NULL) {
        struct doc_node *next = note->next;

        note->copy = m.node->copy;
        doc_append(section, note);
        note = next;
    }
}

size_t generate_head_column(const struct generator_in *in, size_t otherwise)
{
    const struct slot_argument *arg = generate_argument(in, "head");
    const struct table *t = in->data->table;
    size_t column;

    if (arg == NULL)
        return otherwise;
    column = table_column(t, arg->value);
    if (column == t->ncolumns)
        finding(in->findings, FINDING_UNKNOWN_NAME, arg->at,
                "%s has no column `%.*s`", in->data->file, STR_ARG(arg->value));
    return column;
}

void generate_table(const struct generator_in *in, struct doc *d,
                    struct doc_node *section)
{
    const struct table *t = in->data->table;
    size_t head = table_column_of_role(t, COLUMN_LABEL);

    if (head == t->ncolumns)
        head = table_column_of_role(t, COLUMN_KEY);
    generate_data_table(in, d, section, generate_head_column(in, head));
}
