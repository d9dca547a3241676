#include "generators/data_table_rows.h"

#include "generators/data_table_across.h"
#include "generators/data_table_head.h"
#include "generators/drawn_column.h"
#include "generators/fault_note.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"

/* Row R is its group's own: it names the group and nothing in it. */
static bool names_group(const struct data_table *m, size_t r)
{
    const struct table *t = m->table;

    return m->groups == GROUPS_IN_HEAD && m->group < t->ncolumns &&
           m->head < t->ncolumns &&
           table_cell(t, r, m->head)->state == CELL_BLANK &&
           table_cell(t, r, m->group)->state != CELL_BLANK;
}

static bool prints(const struct data_table *m, size_t column)
{
    uint32_t i = 0;

    while (i < m->ncolumns && m->columns[i].index != column)
        i++;
    return i < m->ncolumns;
}

/* The column of the words that head row R in the column P, which heads rows:
   one that is not printed may have them. */
static size_t words_column(const struct data_table *m, size_t r,
                           const struct printed_column *p)
{
    const size_t words = names_group(m, r)
                             ? m->group
                             : table_words_column(m->table, r, p->index);

    return words != p->index && prints(m, words) ? p->index : words;
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

        if (m->heads_group && p->index == m->group)
            continue;
        if (p->heads_row && (!blank || words_column(m, r, p) != p->index))
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
    const size_t words =
        heads && column->heads_row ? words_column(m, r, column) : column->index;
    struct printed_column p = *column;

    if (words != column->index) {
        p = generate_column(m->table, words);
        generate_mark(m->in, &m->table->columns[words]);
    }
    p.heads_row = heads;
    return generate_cell(m->in, m->d, row, m->table, r, &p);
}

/* A cell of row R that says nothing, and whose place nothing else wants. */
static bool is_spare(const struct data_table *m, size_t r, uint32_t i)
{
    const struct printed_column *p = &m->columns[i];

    return p->drawn == NULL && !p->look.below &&
           table_cell(m->table, r, p->index)->state == CELL_BLANK;
}

/* Row R is the table's own: a total, a balance, not one of what it lists. */
static bool is_of_table(const struct data_table *m, size_t r)
{
    switch (m->table->row_roles[r]) {
    case ROW_OPENING:
    case ROW_TOTAL:
    case ROW_SUB_TOTAL:
    case ROW_INNER_TOTAL:
    case ROW_BLOCK_TOTAL:
    case ROW_RESULT:
    case ROW_CLOSING: return !m->heads_group;
    default: return false;
    }
}

/* The columns of the words that head such a row: from the left edge, and on
   over columns of words that have none beside it. */
struct label_span {
    uint32_t first, end;
};

static struct label_span label_span(const struct data_table *m, size_t r,
                                    uint32_t header)
{
    struct label_span span = {header, header + 1};

    if (!is_of_table(m, r) || header == m->ncolumns ||
        m->columns[header].look.below)
        return span;
    while (span.first > 0 && is_spare(m, r, span.first - 1))
        span.first--;
    if (span.first > 0)
        span.first = header;
    while (span.end < m->ncolumns &&
           m->columns[span.end].look.align == ALIGN_START &&
           is_spare(m, r, span.end))
        span.end++;
    return span;
}

static void add_cells(struct data_table *m, struct doc_node *row, size_t r)
{
    const uint32_t header = row_header(m, r);
    const struct label_span span = label_span(m, r, header);

    for (uint32_t i = 0; i < m->ncolumns; i++) {
        const struct printed_column *p = &m->columns[i];
        struct doc_node *cell;

        if (i != header && i >= span.first && i < span.end)
            continue;
        cell = add_cell(m, row, r, p, i == header);
        if (cell == NULL)
            return;
        if (i == header && span.end - span.first > 1)
            cell->u.cell.columns = (uint16_t)(span.end - span.first);
        if (i == header)
            cell->u.cell.scope = SCOPE_ROW; /* of a blank one, too */
        else if (m->heads_group && p->index == m->group)
            cell->u.cell.scope = SCOPE_GROUP;
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
    case ROW_INNER_TOTAL:
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

static bool has_group(const struct data_table *m, size_t r)
{
    return table_cell(m->table, r, m->group)->state != CELL_BLANK;
}

/* Row R sums its group, or one within it: words of its own may stand where
   groups are named. */
static bool ends_group(const struct data_table *m, size_t r)
{
    return m->table->row_roles[r] == ROW_SUB_TOTAL ||
           m->table->row_roles[r] == ROW_INNER_TOTAL;
}

/* Row R is of no group that is named above it. */
static bool leaves_group(const struct data_table *m, size_t r)
{
    const struct table *t = m->table;

    if (m->group == t->ncolumns || m->group_text.len == 0 ||
        t->row_roles[r] == ROW_GROUP_TITLE || ends_group(m, r))
        return false;
    if (has_group(m, r))
        return !str_eq(cell_as_typed(table_cell(t, r, m->group)),
                       m->group_text);
    return t->row_roles[r] == ROW_TOTAL || t->row_roles[r] == ROW_BLOCK_TOTAL ||
           t->row_roles[r] == ROW_RESULT || t->row_roles[r] == ROW_OPENING ||
           t->row_roles[r] == ROW_CLOSING ||
           table_row_is_ungrouped(t, r, m->group);
}

/* Row R names its group, and the row after it, which is of the same, leaves the
   name out. */
static bool names_below(const struct data_table *m, size_t r, size_t foot)
{
    const struct table *t = m->table;

    return m->groups == GROUPS_IN_COLUMN && m->group < t->ncolumns &&
           r + 1 < foot && t->row_roles[r] != ROW_GROUP_TITLE &&
           t->row_roles[r] != ROW_INNER_TOTAL &&
           t->row_roles[r + 1] != ROW_GROUP_TITLE && has_group(m, r) &&
           !has_group(m, r + 1) && !leaves_group(m, r + 1);
}

/* Row R names its group anew after rows that left the name out. */
static bool names_again(const struct data_table *m, size_t r)
{
    return m->groups == GROUPS_IN_COLUMN && m->group < m->table->ncolumns &&
           r > 0 && !ends_group(m, r) && has_group(m, r) &&
           !has_group(m, r - 1);
}

/* The row above R ends its group, whose name is not said of R. */
static bool is_past_group(const struct data_table *m, size_t r)
{
    const struct table *t = m->table;

    return r > 0 && t->row_roles[r - 1] == ROW_SUB_TOTAL &&
           t->row_roles[r] != ROW_SUB_TOTAL &&
           (m->group == t->ncolumns || !has_group(m, r));
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

        m->heads_group = names_below(m, r, foot);
        if (group == NULL || r == foot || begins ||
            (r < foot && (m->heads_group || names_again(m, r) ||
                          leaves_group(m, r) || is_past_group(m, r)))) {
            group = doc_add(m->d, m->node, DOC_ROW_GROUP);
            if (group == NULL)
                return;
            group->level = r < foot ? GROUP_BODY : GROUP_FOOT;
        }
        if (begins && (m->groups == GROUPS_IN_ROWS ||
                       (m->groups == GROUPS_IN_HEAD && !names_group(m, r))))
            add_group_name(m, group, r);
        add_row(m, group, r);
    }
    table_across(m);
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
