#include "core/doc/cell_drawing.h"
#include "output/layout/table_parts.h"

/* Cells that stand below their rows, across the other columns, because these
   would leave them no room. */

#define FIGURES_LEAST 4 /* columns that make a table of figures */
#define COMMENT 11      /* ems: shorter words are no comment, */
#define REFERENCE 4     /* and these are worth no line of their own */
#define LABEL_PART 4    /* headings take no more than this part of the width */

void table_ask_below(struct table_layout *t)
{
    uint32_t others = t->ncolumns;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        t->below[i] = t->columns[i].below && others > 1;
        others -= t->below[i];
    }
}

/* Figures stay in their columns, drawings, and words shorter than LEAST. */
static bool may_move(const struct table_layout *t, const bool *fixed,
                     const struct extent *columns, uint32_t column,
                     int32_t least)
{
    const struct doc_room *rooms = t->node->u.table->rooms;

    return columns[column].max > least && !fixed[column] && !t->below[column] &&
           !t->columns[column].nowrap &&
           t->columns[column].align == ALIGN_START &&
           (rooms == NULL || rooms[column].room == ROOM_NONE);
}

/* Many columns of figures: its words are comments on them. */
bool table_is_of_figures(const struct table_layout *t)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < t->ncolumns; i++)
        n += t->columns[i].align == ALIGN_END;
    return n >= FIGURES_LEAST;
}

/* The column that goes next, whose words are the longest: among figures any,
   among words one that is twice as long as others. Else the number of columns.
 */
static uint32_t longest_of(const struct table_layout *t, const bool *fixed,
                           const struct extent *columns, int32_t least)
{
    uint32_t longest = t->ncolumns;
    int32_t next = 0;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        if (!may_move(t, fixed, columns, i, least))
            continue;
        if (longest < t->ncolumns && columns[i].max <= columns[longest].max) {
            next = columns[i].max > next ? columns[i].max : next;
            continue;
        }
        next = longest < t->ncolumns ? columns[longest].max : 0;
        longest = i;
    }
    return longest == t->ncolumns || table_is_of_figures(t) ||
                   columns[longest].max / 2 >= next
               ? longest
               : t->ncolumns;
}

bool table_move_below(struct table_layout *t, const bool *fixed,
                      const struct extent *columns, bool in_need,
                      bool (*fits)(struct table_layout *t, void *context),
                      void *context)
{
    const int32_t least = (in_need ? REFERENCE : COMMENT) * t->style.size;
    uint32_t moved = 0;

    while (table_count_below(t) < t->ncolumns / 3) {
        const uint32_t longest = longest_of(t, fixed, columns, least);

        if (longest == t->ncolumns)
            break;
        t->below[longest] = true;
        moved++;
        if (fits(t, context))
            return true;
    }
    if (moved > 0)
        table_ask_below(t);
    return false;
}

/* Where they end: before what is drawn at the end of the row. */
static int32_t right_of(const struct table_layout *t)
{
    const struct doc_room *rooms = t->node->u.table->rooms;
    const int32_t middle = (t->edges[0] + t->edges[t->ncolumns]) / 2;
    uint32_t last = t->ncolumns - 1;

    for (uint32_t i = t->ncolumns - 1; rooms != NULL && i > 0; i--) {
        if (rooms[i].room != ROOM_NONE && t->edges[i] > middle)
            last = i - 1;
    }
    return table_content_right(t, last);
}

/* Where their heads end: these stand below that of the names of rows. */
static int32_t names_right(const struct table_layout *t)
{
    return table_content_right(t, t->names);
}

/* The cell that heads COLUMN alone; or NULL. */
static const struct doc_node *heading_of(const struct table_layout *t,
                                         uint32_t column)
{
    const struct doc_node *group = t->node->first;

    while (group != NULL && group->kind != DOC_ROW_GROUP)
        group = group->next;
    if (group == NULL || group->level != GROUP_HEAD || group->last == NULL)
        return NULL;
    for (const struct doc_node *c = group->last->first; c != NULL;
         c = c->next) {
        const uint32_t columns = c->u.cell.columns > 1 ? c->u.cell.columns : 1;

        if (column < columns)
            return columns == 1 ? c : NULL;
        column -= columns;
    }
    return NULL;
}

/* What the heading of COLUMN takes; nothing where it has none. */
static struct extent heading_extent(struct table_layout *t, uint32_t column,
                                    const struct text_style *style)
{
    const struct doc_node *heading = heading_of(t, column);

    if (heading == NULL || !block_holds_inlines(heading))
        return (struct extent){0, 0};
    inline_atoms(t->m, heading, style, false);
    return line_extent(t->m);
}

bool table_heads_stack(struct table_layout *t)
{
    const int32_t room = names_right(t) - t->edges[t->names] - t->padding_left;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const struct doc_node *heading = t->below[i] ? heading_of(t, i) : NULL;
        struct text_style style;

        if (heading == NULL)
            continue;
        style = table_cell_style(t, heading, i);
        if (heading_extent(t, i, &style).min > room)
            return false;
    }
    return true;
}

/* Of the longest heading of those that stand below. */
static int32_t headings_width(struct table_layout *t,
                              const struct text_style *style, int32_t most)
{
    int32_t width = 0;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const int32_t one = t->below[i] ? heading_extent(t, i, style).max : 0;

        width = one > width ? one : width;
    }
    width += label_gap(style);
    return width < most ? width : most;
}

/* The heading of COLUMN hangs beside the next box, as an artifact. */
static void hang_heading(struct table_layout *t, struct flow *f,
                         uint32_t column, const struct text_style *style,
                         int32_t left, int32_t width)
{
    struct layout_parts *m = t->m;
    const struct doc_node *heading = heading_of(t, column);
    const uint8_t artifact = m->artifact;
    struct boxes lines = {NULL, NULL};

    if (heading == NULL || !block_holds_inlines(heading))
        return;
    m->artifact = ARTIFACT_REPEAT;
    inline_atoms(m, heading, style, false);
    line_make(m, style, (struct line_box){left, width, 0}, &lines);
    m->artifact = artifact;
    if (lines.first != NULL && lines.first->next == NULL)
        f->label = lines.first;
    else
        flow_emit_all(f, &lines);
}

struct boxes table_below_lines(struct table_layout *t, const struct flow *outer,
                               const struct doc_node *cell, uint32_t column)
{
    const struct text_style style = table_cell_style(t, cell, column);
    const bool heads = cell->u.cell.scope == SCOPE_COLUMN;
    const int32_t left =
        t->edges[t->names] + t->padding_left + table_indent(cell, t->names);
    const int32_t right =
        heads && t->heads_stack ? names_right(t) : right_of(t);
    const int32_t label =
        heads || table_count_below(t) < 2
            ? 0
            : headings_width(t, &style, (right - left) / LABEL_PART);
    struct flow f;

    flow_init(&f, t->m, &style, left + label, right);
    f.compact = true;
    f.landscape = outer->landscape;
    flow_target(&f, cell);
    if (label > 0 && !doc_cell_is_blank(cell))
        hang_heading(t, &f, column, &style, left, label);
    flow_content(&f, cell);
    f.label = NULL; /* of a cell that says nothing */
    if (f.targets != NULL)
        flow_emit(&f, box_new(t->m, 0));
    return f.out;
}
