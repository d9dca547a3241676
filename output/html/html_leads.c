#include "output/html/html_leads.h"

#include "core/doc/cell_drawing.h"
#include "core/doc/doc.h"

/* The only column in which something stretches; 0: none, or several. */
static uint32_t stretched(const struct doc_table *model)
{
    uint32_t column = 0;

    for (uint32_t i = 0; model->rooms != NULL && i < model->ncolumns; i++) {
        if (model->rooms[i].room <= ROOM_SYMBOL)
            continue;
        if (column > 0)
            return 0;
        column = i;
    }
    return column;
}

/* What hangs behind a figure and was typed there: words. */
static bool is_typed_mark(const struct doc_node *n)
{
    return n->role == ROLE_HANGING && n->first != NULL &&
           n->first->kind == DOC_TEXT && n->first->next == NULL;
}

/* No mark or link among them, which would stand in a place of its own. */
static bool is_of_words(const struct doc_node *cell)
{
    const struct doc_node *n = cell->first;

    while (n != NULL &&
           (n->kind == DOC_TEXT || n->kind == DOC_DRAWING || is_typed_mark(n)))
        n = n->next;
    return n == NULL;
}

static bool are_of_words(const struct doc_node *group, uint32_t column)
{
    for (const struct doc_node *row = group->first; row != NULL;
         row = row->next) {
        uint32_t at = 0;

        for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
            if (at == column && !is_of_words(c))
                return false;
            at += c->u.cell.columns > 1 ? c->u.cell.columns : 1;
        }
    }
    return true;
}

bool html_drawing_leads(const struct doc_node *table)
{
    const uint32_t column = stretched(table->u.table);

    if (column == 0)
        return false;
    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind == DOC_ROW_GROUP &&
            ((n->level == GROUP_HEAD && n->first != n->last) ||
             !are_of_words(n, column)))
            return false;
    }
    return true;
}
