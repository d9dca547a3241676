#include "generators/data_table_rows.h"
#include "generators/fault_note.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/phrases.h"

/* The rows of one group become the columns of one grid. */
struct grid {
    const struct generator_in *in;
    struct doc *d;
    const struct table *table;
    size_t group;
    size_t strand; /* the column whose cells head the grid's columns */
    size_t amount; /* what the group is given; or ncolumns */
    size_t first;  /* rows of the group: from here */
    size_t end;    /* to here */
    struct doc_node *node;
    struct doc_node *notes; /* a fragment; they follow the grid */
};

static uint16_t width(const struct grid *g)
{
    return (uint16_t)(g->end - g->first + 1);
}

static bool is_row(const struct grid *g, size_t column)
{
    return column != g->group && column != g->strand && column != g->amount &&
           !g->table->columns[column].hidden;
}

static struct str title_of(const struct grid *g, size_t column)
{
    return column_heading(g->d->arena, g->in->wording,
                          &g->table->columns[column]);
}

static struct str amount_text(const struct grid *g)
{
    struct cell_form form = cell_form_of_column(&g->table->columns[g->amount]);

    form.own_decimals = true;
    return cell_text(g->d->arena, g->in->wording, &form,
                     table_cell(g->table, g->first, g->amount));
}

static struct str words_at(const struct grid *g, size_t row, size_t column)
{
    return generate_cell_words(g->in, g->d, g->table, row, column);
}

static void add_note(const struct grid *g, struct doc_node *holder, size_t row,
                     size_t column)
{
    const struct cell_form form =
        cell_form_of_column(&g->table->columns[column]);

    fault_note_of_cell(g->in, g->d, holder, g->notes, g->table, row, column,
                       &form);
}

static void add_caption(const struct grid *g)
{
    struct placeholder placeholders[] = {
        {"group", words_at(g, g->first, g->group)},
        {"name", {NULL, 0}},
        {"value", {NULL, 0}},
    };
    struct str text = placeholders[0].value;
    struct doc_node *caption;

    generate_mark(g->in, &g->table->columns[g->strand]);
    if (g->amount < g->table->ncolumns) {
        generate_mark(g->in, &g->table->columns[g->amount]);
        placeholders[1].value = title_of(g, g->amount);
        placeholders[2].value = amount_text(g);
    }
    if (placeholders[2].value.len > 0)
        text = phrase_fill(g->in, g->d, PHRASE_GROUP_CAPTION, placeholders, 3);
    caption = doc_add(g->d, g->node, DOC_CAPTION);
    if (caption == NULL)
        return;
    caption->keep_next = true;
    doc_text(g->d, caption, text);
    if (placeholders[2].value.len > 0)
        add_note(g, caption, g->first, g->amount);
}

/* A row of one cell, when the argument NAME says what stands in it. */
static void add_wide_row(const struct grid *g, struct doc_node *group,
                         const char *name, enum doc_scope scope)
{
    const struct generator_argument *arg = generate_argument(g->in, name);
    struct doc_node *cell;

    if (arg == NULL)
        return;
    cell = doc_cell(g->d, doc_add(g->d, group, DOC_ROW), scope,
                    generate_expand(g->in, g->d, group, arg->value, arg->at));
    if (cell == NULL)
        return;
    cell->u.cell.columns = width(g);
}

static void add_head(const struct grid *g)
{
    struct doc_node *group = doc_add(g->d, g->node, DOC_ROW_GROUP);
    struct doc_node *row;

    if (group == NULL)
        return;
    group->level = GROUP_HEAD;
    add_wide_row(g, group, "first", SCOPE_COLUMN);
    row = doc_add(g->d, group, DOC_ROW);
    doc_cell(g->d, row, SCOPE_COLUMN, title_of(g, g->strand));
    for (size_t r = g->first; r < g->end; r++) {
        struct doc_node *cell =
            doc_cell(g->d, row, SCOPE_COLUMN, words_at(g, r, g->strand));

        if (cell != NULL)
            cell->at = table_cell_place(g->table, r, g->strand);
    }
}

static void add_body(const struct grid *g)
{
    struct doc_node *group = doc_add(g->d, g->node, DOC_ROW_GROUP);

    if (group == NULL)
        return;
    group->level = GROUP_BODY;
    for (size_t i = 0; i < g->table->ncolumns; i++) {
        const struct printed_column p = generate_column(g->table, i);
        struct doc_node *row;

        if (!is_row(g, i))
            continue;
        generate_mark(g->in, &g->table->columns[i]);
        row = doc_add(g->d, group, DOC_ROW);
        doc_cell(g->d, row, SCOPE_ROW, title_of(g, i));
        for (size_t r = g->first; r < g->end; r++)
            add_note(g, generate_cell(g->in, g->d, row, g->table, r, &p), r, i);
    }
    add_wide_row(g, group, "last", SCOPE_NONE);
    if (group->first == NULL)
        doc_unlink(group);
}

static void add_grid(struct grid *g, struct doc_node *section)
{
    struct doc_table *table = arena_alloc(g->d->arena, 1, sizeof(*table));
    struct doc_column *columns =
        arena_alloc(g->d->arena, width(g), sizeof(*columns));

    if (table == NULL || columns == NULL)
        return;
    *table = (struct doc_table){
        .columns = columns, .ncolumns = width(g), .form = true};
    g->node = doc_add(g->d, section, DOC_TABLE);
    if (g->node == NULL)
        return;
    g->node->at = table_cell_place(g->table, g->first, g->group);
    g->node->audience = (uint8_t)g->in->data->audience;
    g->node->u.table = table;
    g->notes = doc_new(g->d->arena, DOC_FRAGMENT);
    add_caption(g);
    add_head(g);
    add_body(g);
    fault_notes_end(g->notes, section, g->node->audience);
}

/* The row after the last of the group that begins at ROW. */
static size_t end_of_group(const struct grid *g, size_t row)
{
    const struct str name = cell_as_typed(table_cell(g->table, row, g->group));

    for (row++; row < g->table->nrows; row++) {
        const struct str next =
            cell_as_typed(table_cell(g->table, row, g->group));

        if (next.len > 0 && !str_eq(next, name))
            break;
    }
    return row;
}

/* A grid for each group: what it is given, and its strands side by side. */
void generate_action_plan(const struct generator_in *in, struct doc *d,
                          struct doc_node *section)
{
    const struct table *t = in->data->table;
    struct grid g = {
        .in = in,
        .d = d,
        .table = t,
        .group = table_column_of_role(t, COLUMN_GROUP),
        .strand = table_column_of_role(t, COLUMN_KEY),
        .amount = table_column_of_role(t, COLUMN_AMOUNT),
    };

    if (g.group == t->ncolumns || g.strand == t->ncolumns) {
        finding(in->findings, FINDING_MISSING, in->data->at,
                "%s has no columns of roles `group` and `key`", in->data->file);
        return;
    }
    if (t->nrows == 0) {
        data_table_add(in, d, section, in->form);
        return;
    }
    for (g.first = 0; g.first < t->nrows; g.first = g.end) {
        g.end = end_of_group(&g, g.first);
        if (g.end - g.first >= UINT16_MAX) {
            finding(in->findings, FINDING_LIMIT,
                    table_cell_place(t, g.first, g.group),
                    "%zu strands are too many for a grid", g.end - g.first);
            return;
        }
        add_grid(&g, section);
    }
}
