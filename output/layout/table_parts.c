#include "output/layout/table_parts.h"

#define SIZE_LESS 1000  /* milli-points: of type below a row */
#define SIZE_BELOW 9000 /* and the least */

uint32_t table_count_below(const struct table_layout *t)
{
    uint32_t n = 0;

    for (uint32_t i = 0; t->below != NULL && i < t->ncolumns; i++)
        n += t->below[i];
    return n;
}

bool table_is_below(const struct table_layout *t, uint32_t column,
                    uint32_t columns)
{
    return t->below != NULL && columns <= 1 && column < t->ncolumns &&
           t->below[column];
}

/* Names of rows are words like others: bold is for heads, groups and totals. */
static bool is_head(const struct doc_node *cell)
{
    return cell->u.cell.scope == SCOPE_COLUMN ||
           cell->u.cell.scope == SCOPE_BOTH;
}

struct text_style table_cell_style(const struct table_layout *t,
                                   const struct doc_node *cell, uint32_t column)
{
    const struct doc_node *row = cell->parent;
    struct text_style style = t->style;

    if (is_head(cell) || row->role == ROLE_TOTAL ||
        row->role == ROLE_GROUP_TITLE || row->parent->level == GROUP_FOOT)
        style.face |= FACE_BOLD;
    if (table_is_below(t, column, cell->u.cell.columns)) {
        style.face &= (uint8_t)~FACE_BOLD;
        style.colour = t->m->style->house->colours.secondary;
        style.size -= style.size > SIZE_BELOW + SIZE_LESS ? SIZE_LESS : 0;
        style.align = ALIGN_START;
        return style;
    }
    style.align = cell->u.cell.align;
    if (style.align == ALIGN_START && cell->u.cell.columns <= 1)
        style.align = (uint8_t)t->columns[column].align;
    return style;
}
