#include "output/layout/table_parts.h"
#include "core/doc/cell_drawing.h"

#define SIZE_LESS 1000  /* milli-points: of type below a row */
#define SIZE_BELOW 9000 /* and the least */
#define INDENT 10000    /* of the rows of a group below its name */
#define ABOVE 9000      /* the name of a group that is not the first */

static bool is_in_named_group(const struct doc_node *row)
{
    const struct doc_node *first = row->parent->first;

    return row->parent->level == GROUP_BODY && first != row &&
           first->role == ROLE_GROUP_TITLE && row->role == ROLE_NONE;
}

int32_t table_indent(const struct doc_node *cell, uint32_t column)
{
    return column == 0 && is_in_named_group(cell->parent) ? INDENT : 0;
}

int32_t table_title_space(const struct table_layout *t,
                          const struct doc_node *row)
{
    return row->role == ROLE_GROUP_TITLE && t->rows_made > 0 &&
                   t->m->style->house->look.table_head != HEAD_TINT
               ? ABOVE
               : 0;
}

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

bool table_words_follow(const struct table_layout *t, uint32_t column)
{
    const struct doc_room *rooms = t->node->u.table->rooms;
    uint32_t next = column + 1;

    while (next < t->ncolumns && t->below[next])
        next++;
    return next < t->ncolumns && !t->below[column] && !table_is_boxed(t) &&
           t->columns[column].align == ALIGN_END &&
           t->columns[next].align == ALIGN_START &&
           (rooms == NULL ||
            (rooms[next].room <= ROOM_SYMBOL &&
             (rooms[column].room == ROOM_NONE || !rooms[column].after)));
}

int32_t table_padding_right(const struct table_layout *t, uint32_t column)
{
    uint32_t last = t->ncolumns - 1;

    while (last > column && t->below[last])
        last--;
    return t->padding_left == 0 && column >= last
               ? 0
               : 2 * t->padding - t->padding_left +
                     (table_words_follow(t, column) ? t->gap : 0);
}

int32_t table_content_right(const struct table_layout *t, uint32_t column)
{
    return t->edges[column + 1] - table_padding_right(t, column);
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
