#include "core/access/accessibility_parts.h"

#define COLUMNS_MANY 12

/* What is counted on the way through a table. */
struct tally {
    uint32_t rows;            /* below the head */
    uint32_t named;           /* of them, by a header cell with words */
    uint32_t nameless;        /* of them, those that begin with a blank */
    struct place nameless_at; /* the first */
    uint32_t blank;           /* header cells without words */
    struct place blank_at;    /* the first */
    uint32_t covered;         /* rows to come that a header cell spans */
    bool spans;
};

static bool is_blank(const struct doc_node *cell)
{
    struct doc_walk w = doc_walk(cell);

    while (doc_walk_next(&w)) {
        if (w.node->kind == DOC_PICTURE ||
            (w.node->kind == DOC_TEXT && str_trim(w.node->text).len > 0))
            return false;
    }
    return true;
}

/* A cell over several rows or columns, but for the title of a group, which
   spans all columns. */
static bool is_spanning(const struct doc_node *row, const struct doc_node *cell)
{
    return cell->u.cell.rows > 1 ||
           (cell->u.cell.columns > 1 && row->role != ROLE_GROUP_TITLE);
}

static struct place place_of(const struct doc_node *n)
{
    while (n->at.source == NULL && n->parent != NULL)
        n = n->parent;
    return n->at;
}

/* True when a header cell names the row. */
static bool count_cells(struct tally *t, const struct doc_node *row)
{
    bool named = t->covered > 0;

    t->covered -= named;
    for (const struct doc_node *cell = row->first; cell != NULL;
         cell = cell->next) {
        t->spans |= is_spanning(row, cell);
        if (cell->u.cell.scope == SCOPE_NONE)
            continue;
        if (!is_blank(cell)) {
            named = true;
            if (cell->u.cell.rows > t->covered + 1U)
                t->covered = cell->u.cell.rows - 1U;
        } else if (t->blank++ == 0) {
            t->blank_at = place_of(cell);
        }
    }
    return named;
}

static void count_group(struct tally *t, const struct doc_node *group)
{
    t->covered = 0; /* a span never leaves its group */
    for (const struct doc_node *row = group->first; row != NULL;
         row = row->next) {
        const bool named = count_cells(t, row);

        if (group->level == GROUP_HEAD)
            continue;
        t->rows++;
        t->named += named;
        if (named || row->first == NULL || !is_blank(row->first))
            continue;
        if (t->nameless++ == 0)
            t->nameless_at = place_of(row->first);
    }
}

static struct tally tally(const struct doc_node *table)
{
    struct tally t = {0};

    for (const struct doc_node *g = table->first; g != NULL; g = g->next) {
        if (g->kind == DOC_ROW_GROUP)
            count_group(&t, g);
    }
    return t;
}

/* Whoever hears a cell hears the names of its column and its row before it. */
static void check_names(struct accessibility_check *r, const struct tally *t)
{
    if (t->blank > 0) {
        finding(r->f, FINDING_BLANK_HEADER, t->blank_at,
                "header cells of this table are blank: %u", (unsigned)t->blank);
        finding_hint(r->f, "whoever hears a cell hears no name for its row or "
                           "column: give it one");
    } else if (t->nameless > 0 && t->named > 0) {
        finding(r->f, FINDING_BLANK_HEADER, t->nameless_at,
                "rows of this table begin with a blank, unlike the others: %u",
                (unsigned)t->nameless);
        finding_hint(r->f, "whoever hears a cell hears no name for its row: "
                           "give it one");
    }
}

void accessibility_table(struct accessibility_check *r,
                         const struct doc_node *table)
{
    const uint32_t columns = table->u.table->ncolumns;
    const struct doc_node *caption = table->first;
    const struct tally t = tally(table);

    accessibility_count(r, ACCESSIBILITY_TABLES, table->at);
    if (t.spans)
        accessibility_count(r, ACCESSIBILITY_SPANS, table->at);
    if (caption == NULL || caption->kind != DOC_CAPTION ||
        accessibility_words(r, caption).len == 0) {
        finding(r->f, FINDING_NO_CAPTION, table->at,
                "this table has no caption");
        finding_hint(r->f, "say in caption=\"...\" what it shows");
    }
    check_names(r, &t);
    if (columns == 1 || t.rows <= 1) {
        finding(r->f, FINDING_LAYOUT_TABLE, table->at,
                "this table has one %s below its head",
                columns == 1 ? "column" : "row");
        finding_hint(r->f, "a list, or a sentence, is easier to follow");
    }
    if (columns > COLUMNS_MANY)
        finding(r->f, FINDING_MANY_COLUMNS, table->at,
                "this table has %u columns, more than %d", (unsigned)columns,
                COLUMNS_MANY);
}
