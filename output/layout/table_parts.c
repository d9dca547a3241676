#include "output/layout/table_parts.h"

/* Names of rows are words like others: bold is for heads, groups and totals. */
static bool is_head(const struct doc_node *cell)
{
    return cell->u.cell.scope != SCOPE_NONE && cell->u.cell.scope != SCOPE_ROW;
}

struct text_style table_cell_style(const struct table_layout *t,
                                   const struct doc_node *cell, uint32_t column)
{
    const struct doc_node *row = cell->parent;
    struct text_style style = t->style;

    if (is_head(cell) || row->role == ROLE_TOTAL ||
        row->role == ROLE_GROUP_TITLE || row->parent->level == GROUP_FOOT)
        style.face |= FACE_BOLD;
    style.align = cell->u.cell.align;
    if (style.align == ALIGN_START && cell->u.cell.columns <= 1)
        style.align = (uint8_t)t->columns[column].align;
    return style;
}
