#include "input/prose/prose_table.h"

static void open_group(struct prose_builder *b, enum doc_group group)
{
    struct doc_node *n = prose_open(b, DOC_ROW_GROUP);

    if (n != NULL)
        n->level = (uint8_t)group;
}

bool prose_table_begin(struct prose_table *t, struct prose_builder *b,
                       uint32_t ncolumns)
{
    struct doc_table *look;

    *t = (struct prose_table){
        .ncolumns = ncolumns, .head_rows = 1, .in_head = true};
    if (ncolumns == 0 || ncolumns > PROSE_COLUMNS_MAX) {
        finding(b->findings, FINDING_LIMIT, b->at,
                "a table of words has 1 to %d columns, this one %lu",
                PROSE_COLUMNS_MAX, (unsigned long)ncolumns);
        return false;
    }
    t->node = prose_open(b, DOC_TABLE);
    t->columns = arena_alloc(b->arena, ncolumns, sizeof(*t->columns));
    look = arena_alloc(b->arena, 1, sizeof(*look));
    if (t->node == NULL || t->columns == NULL || look == NULL)
        return true;
    *look = (struct doc_table){.columns = t->columns, .ncolumns = ncolumns};
    t->node->u.table = look;
    return true;
}

void prose_table_row(struct prose_table *t, struct prose_builder *b)
{
    if (prose_stopped(b))
        return;
    if (!t->has_rows)
        open_group(b, GROUP_HEAD);
    t->has_rows = true;
    if (t->in_head && t->head_rows > 0) {
        t->head_rows--;
    } else if (t->in_head) {
        prose_close(b);
        open_group(b, GROUP_BODY);
        t->in_head = false;
    }
    t->column = 0;
    prose_open(b, DOC_ROW);
}

void prose_table_cell(struct prose_table *t, struct prose_builder *b,
                      enum doc_align align)
{
    struct doc_node *cell = prose_open(b, DOC_CELL);

    if (cell == NULL || t->column >= t->ncolumns)
        return;
    if (t->in_head)
        t->columns[t->column].align = align;
    /* The first words of a row say what the others are about. */
    cell->u.cell.scope = t->in_head       ? SCOPE_COLUMN
                         : t->column == 0 ? SCOPE_ROW
                                          : SCOPE_NONE;
    cell->u.cell.align = (uint8_t)t->columns[t->column].align;
    t->column++;
}

void prose_table_end(struct prose_table *t, struct prose_builder *b)
{
    if (t->has_rows)
        prose_close(b); /* the rows */
    prose_close(b);
}
