#include "output/drawing/cell_draw.h"
#include "output/layout/table_parts.h"

/* Drawings beside the words of cells. */

#define SYMBOL 1000    /* thousandths of the type's size */
#define SYMBOL_GAP 400 /* likewise */
#define GAP 8000       /* milli-points: between words and drawing */
#define WORDS                                                                  \
    400 /* thousandths: the most that words beside a drawing that              \
           stretches have of their column */

static const struct {
    int32_t least, most; /* milli-points */
} rooms[ROOM_MAX] = {
    [ROOM_SPARK] = {40000, 70000},
    [ROOM_BAR] = {64000, 90000},
    [ROOM_SIDES] = {64000, 120000},
    [ROOM_TIME] = {180000, 300000},
};

static uint8_t room_of(const struct table_layout *t, uint32_t column)
{
    const struct doc_room *all = t->node->u.table->rooms;

    return all == NULL ? ROOM_NONE : all[column].room;
}

bool table_is_drawn(const struct table_layout *t)
{
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        if (room_of(t, i) > ROOM_SYMBOL)
            return true;
    }
    return false;
}

bool table_column_is_drawn(const struct table_layout *t, uint32_t column)
{
    return room_of(t, column) != ROOM_NONE;
}

struct extent table_drawn_extent(const struct table_layout *t, uint32_t column,
                                 int32_t size)
{
    const uint8_t room = room_of(t, column);
    const int32_t symbol =
        (int32_t)((int64_t)size * (SYMBOL + SYMBOL_GAP) / 1000);

    if (room == ROOM_NONE)
        return (struct extent){0, 0};
    if (room == ROOM_SYMBOL)
        return (struct extent){symbol, symbol};
    return (struct extent){rooms[room].least + GAP, rooms[room].most + GAP};
}

/* Where the drawing of COLUMN stands, and the words beside it. */
struct split {
    int32_t words_left, words_right;
    int32_t left, right;
};

static int32_t words_width(const struct table_layout *t, uint32_t column,
                           int32_t width)
{
    const struct extent drawn = table_drawn_extent(t, column, t->style.size);
    const struct extent words = t->words[column];
    const int32_t part = (int32_t)((int64_t)width * WORDS / 1000);
    int32_t least = words.max;

    if (room_of(t, column) == ROOM_SYMBOL)
        return width - drawn.max;
    if (!t->columns[column].nowrap && least > part && least > width - drawn.min)
        least = words.min > part ? words.min : part;
    return least < width - drawn.min / 2 ? least : width - drawn.min / 2;
}

static struct split split(const struct table_layout *t, uint32_t column)
{
    const int32_t left = t->edges[column] + t->padding_left;
    const int32_t right = table_content_right(t, column);
    const uint8_t room = room_of(t, column);
    const int32_t gap =
        room == ROOM_SYMBOL
            ? (int32_t)((int64_t)t->style.size * SYMBOL_GAP / 1000)
            : GAP;
    const int32_t words = words_width(t, column, right - left);
    const bool after = t->node->u.table->rooms[column].after;

    if (after)
        return (struct split){left, left + words, left + words + gap, right};
    return (struct split){right - words, right, left, right - words - gap};
}

void table_words_place(const struct table_layout *t,
                       const struct doc_node *cell, uint32_t column,
                       int32_t *left, int32_t *right)
{
    struct split s;

    if (room_of(t, column) == ROOM_NONE || cell->u.cell.columns > 1)
        return;
    if (room_of(t, column) == ROOM_SYMBOL && cell->u.cell.scope == SCOPE_COLUMN)
        return; /* it heads the symbols, too */
    s = split(t, column);
    *left = s.words_left;
    *right = s.words_right;
}

static const struct doc_node *drawing_of(const struct doc_node *cell)
{
    for (const struct doc_node *n = cell->first; n != NULL; n = n->next) {
        if (n->kind == DOC_DRAWING)
            return n;
    }
    return NULL;
}

int32_t table_drawn_height(const struct table_layout *t,
                           const struct doc_node *cell, uint32_t column)
{
    const struct doc_node *n =
        room_of(t, column) == ROOM_NONE ? NULL : drawing_of(cell);
    int32_t lines = 0;

    for (uint32_t i = 0; n != NULL && i < n->u.drawing->nwords; i++) {
        if (lines < 2)
            lines = n->u.drawing->words[i].above ? 2 : 1;
    }
    return lines * style_height(&t->style) + 2 * t->padding_above;
}

void table_drawn_place(const struct table_layout *t, struct box *s,
                       const struct doc_node *cell, uint32_t column, int32_t y,
                       int32_t height)
{
    struct layout_parts *m = t->m;
    const struct doc_node *n =
        room_of(t, column) == ROOM_NONE ? NULL : drawing_of(cell);
    struct layout_item *item;
    struct cell_area area;
    struct split place;

    if (n == NULL)
        return;
    place = split(t, column);
    area = (struct cell_area){
        .width = place.right - place.left,
        .height = height,
        .middle = t->padding_above + style_height(&t->style) / 2,
        .foot = height - t->padding_above,
    };
    item = item_new(m, LAYOUT_DRAWING);
    if (item == NULL || area.width <= 0)
        return;
    item->drawing =
        cell_draw(n, m->style->house, area, m->shaper, m->arena, m->findings);
    if (item->drawing == NULL)
        return;
    if (item->artifact == ARTIFACT_NONE) {
        item->artifact = ARTIFACT_DECORATION;
        item->src = cell;
    }
    item->x = place.left;
    item->y = y;
    item->width = area.width;
    item->height = height;
    box_item(s, item);
}
