#include "output/layout/table_parts.h"

struct text_style table_cell_style(const struct table_layout *t,
                                   const struct doc_node *cell, uint32_t column)
{
    const struct doc_node *row = cell->parent;
    struct text_style style = t->style;

    if (cell->u.cell.scope != SCOPE_NONE || row->role == ROLE_TOTAL ||
        row->parent->level == GROUP_FOOT)
        style.face |= FACE_BOLD;
    style.align = cell->u.cell.align;
    if (style.align == ALIGN_START && cell->u.cell.columns <= 1)
        style.align = (uint8_t)t->columns[column].align;
    return style;
}
