#include "generators/table_across.h"

/* The cell of COLUMN in a row whose cells each have one column of their own. */
static struct doc_node *cell_at(const struct doc_node *row, uint32_t column)
{
    struct doc_node *cell = row->first;

    while (cell != NULL && column-- > 0)
        cell = cell->next;
    return cell;
}

static uint32_t heading_column(const struct data_table *m)
{
    uint32_t i = 0;

    while (i < m->ncolumns && !m->columns[i].heads_row)
        i++;
    return i;
}

static bool is_plain(const struct data_table *m, const struct doc_node *row)
{
    uint32_t n = 0;

    for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
        if (c->u.cell.columns > 1 || c->u.cell.rows > 1)
            return false;
        n++;
    }
    return n == m->ncolumns;
}

/* Why it cannot be turned; or NULL. */
static const char *hindrance(const struct data_table *m)
{
    if (heading_column(m) == m->ncolumns)
        return "its rows have no names, which would head its columns";
    for (uint32_t i = 0; i < m->ncolumns; i++) {
        if (m->columns[i].drawn != NULL || m->columns[i].look.below)
            return "drawings, and words below their rows, stand in columns";
    }
    for (const struct doc_node *g = m->node->first; g != NULL; g = g->next) {
        for (const struct doc_node *r = g->first;
             g->kind == DOC_ROW_GROUP && r != NULL; r = r->next) {
            if (!is_plain(m, r))
                return "names of groups, and headings over columns, stand "
                       "across several";
        }
    }
    return NULL;
}

/* Words as they are read, whatever they were in a column of their own. */
static void take(struct doc_node *row, struct doc_node *cell,
                 enum doc_scope scope)
{
    if (cell == NULL)
        return;
    doc_unlink(cell);
    cell->u.cell.scope = (uint8_t)scope;
    cell->u.cell.align = ALIGN_START;
    doc_append(row, cell);
}

/* What each row of OLD has in COLUMN, as a row of GROUP. */
static void add_row(struct data_table *m, struct doc_node *group,
                    const struct doc_node *old, uint32_t column,
                    enum doc_scope scope)
{
    struct doc_node *row = doc_add(m->d, group, DOC_ROW);

    for (const struct doc_node *g = old; g != NULL && row != NULL;
         g = g->next) {
        for (const struct doc_node *r = g->first; r != NULL; r = r->next) {
            const bool first = row->first == NULL;

            take(row, cell_at(r, column), first ? SCOPE_ROW : scope);
        }
    }
}

static uint32_t count_rows(const struct doc_node *groups)
{
    uint32_t n = 0;

    for (const struct doc_node *g = groups; g != NULL; g = g->next) {
        for (const struct doc_node *r = g->first; r != NULL; r = r->next)
            n++;
    }
    return n;
}

/* The groups of rows, in their order, out of the table. */
static struct doc_node *take_groups(struct data_table *m)
{
    struct doc_node *old = doc_new(m->d->arena, DOC_FRAGMENT);
    struct doc_node *g = m->node->first;

    while (g != NULL && old != NULL) {
        struct doc_node *next = g->next;

        if (g->kind == DOC_ROW_GROUP) {
            doc_unlink(g);
            doc_append(old, g);
        }
        g = next;
    }
    return old;
}

static struct doc_node *add_group(struct data_table *m, uint8_t level)
{
    struct doc_node *group = doc_add(m->d, m->node, DOC_ROW_GROUP);

    if (group != NULL)
        group->level = level;
    return group;
}

static void turn(struct data_table *m, struct doc_node *old)
{
    const uint32_t head = heading_column(m);
    const uint32_t n = count_rows(old->first);
    struct arena *arena = m->d->arena;
    struct doc_table *table = arena_alloc(arena, 1, sizeof(*table));
    struct doc_column *columns = arena_alloc(arena, n, sizeof(*columns));
    struct doc_node *group = add_group(m, GROUP_HEAD);

    if (table == NULL || columns == NULL || group == NULL)
        return;
    *table = *m->node->u.table;
    table->columns = columns;
    table->ncolumns = n;
    table->rooms = NULL;
    m->node->u.table = table;
    /* What heads them is cut out first; then each that is left is the first. */
    add_row(m, group, old->first, head, SCOPE_COLUMN);
    if (group->first != NULL && group->first->first != NULL)
        group->first->first->u.cell.scope = SCOPE_COLUMN;
    group = add_group(m, GROUP_BODY);
    for (uint32_t i = 0; i + 1 < m->ncolumns && group != NULL; i++)
        add_row(m, group, old->first, 0, SCOPE_NONE);
}

void table_across(struct data_table *m)
{
    const char *why;
    struct doc_node *old;

    if (m->node == NULL || m->table->nrows == 0)
        return;
    why = hindrance(m);
    if (why != NULL) {
        finding(m->in->findings, FINDING_BAD_ATTRIBUTE, m->in->at,
                "the rows of this table cannot stand across it: %s", why);
        finding_hint(m->in->findings, "take `across` out here");
        return;
    }
    old = take_groups(m);
    if (old != NULL)
        turn(m, old);
}
