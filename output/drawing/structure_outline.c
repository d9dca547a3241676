#include "output/drawing/structure_outline.h"

#define BELOW 7000 /* between boxes */
#define INDENT 16000
#define COLUMN_LEAST 150000
#define COLUMN_MOST 300000
#define STEM_MOST 220000

/* Where boxes stand that are below each other. */
struct box_column {
    int32_t x;
    int32_t width;
    int32_t indent;
    uint32_t base; /* the depth of boxes that are not indented */
};

/* The box after AT in the outline below HEAD, or TREE_NONE. */
static uint32_t following(const struct tree *t, uint32_t head, uint32_t at)
{
    if (t->nodes[at].first != TREE_NONE)
        return t->nodes[at].first;
    while (at != head && t->nodes[at].next == TREE_NONE)
        at = t->nodes[at].parent;
    return at == head ? TREE_NONE : t->nodes[at].next;
}

static struct box_column column_of(const struct tree *t, int32_t width,
                                   uint32_t base)
{
    const int32_t levels = (int32_t)(t->depth - base);
    struct box_column c = {.width = width, .indent = INDENT, .base = base};

    if (INDENT * levels * 2 > width)
        c.indent = width / 2 / levels;
    return c;
}

/* Whether no word has to be broken in the column. */
static bool holds_words(const struct tree *t, const struct box_column *c)
{
    for (uint32_t i = 0; i < t->model->nboxes; i++) {
        const struct tree_node *n = &t->nodes[i];

        if (n->depth >= c->base &&
            tree_least(t, i) + (int32_t)(n->depth - c->base) * c->indent >
                c->width)
            return false;
    }
    return true;
}

/* All boxes of the outline as wide as the column lets them. */
static void fit(struct tree *t, const struct box_column *c)
{
    for (uint32_t i = 0; i < t->model->nboxes; i++) {
        const uint32_t depth = t->nodes[i].depth;

        if (depth >= c->base)
            tree_fit(t, i, c->width - (int32_t)(depth - c->base) * c->indent);
    }
}

/* HEAD and all that is below it, from Y on; returns where they end. */
static int32_t place(struct tree *t, const struct box_column *c, uint32_t head,
                     int32_t y)
{
    for (uint32_t i = head; i != TREE_NONE; i = following(t, head, i)) {
        struct tree_node *n = &t->nodes[i];

        n->box.x = c->x + (int32_t)(n->depth - c->base) * c->indent;
        n->box.y = y;
        y += n->box.height + BELOW;
    }
    return y;
}

/* From the rail at X to the box NODE; returns where. */
static int32_t reach(struct tree *t, uint32_t node, int32_t x)
{
    const struct rectangle *b = &t->nodes[node].box;
    const int32_t y = b->y + label_leading(t->s);

    tree_line(t, (struct drawing_point){x, y}, (struct drawing_point){b->x, y});
    return y;
}

/* The rail of each box below HEAD that has others below it. */
static void draw_rails(struct tree *t, const struct box_column *c,
                       uint32_t head)
{
    for (uint32_t i = head; i != TREE_NONE; i = following(t, head, i)) {
        const struct rectangle *b = &t->nodes[i].box;
        const int32_t x = b->x + c->indent / 2;
        int32_t end = 0;

        for (uint32_t k = t->nodes[i].first; k != TREE_NONE;
             k = t->nodes[k].next)
            end = reach(t, k, x);
        if (end > 0)
            tree_line(t, (struct drawing_point){x, b->y + b->height},
                      (struct drawing_point){x, end});
    }
}

/* --- one column --- */

/* All boxes, the stem too; returns the height. */
static int32_t in_one_column(struct tree *t)
{
    const int32_t width = t->s->drawing->width;
    struct box_column c =
        column_of(t, width < COLUMN_MOST ? width : COLUMN_MOST, 0);
    int32_t y = 0;

    if (!holds_words(t, &c))
        c = column_of(t, width, 0);
    fit(t, &c);
    for (uint32_t i = t->first; i != TREE_NONE; i = t->nodes[i].next) {
        y = place(t, &c, i, y);
        draw_rails(t, &c, i);
    }
    return y - BELOW;
}

/* --- two columns --- */

/* So many heads stand on the left that the columns are as equal as can be. */
static uint32_t count_left(struct tree *t, const struct box_column *c)
{
    int64_t all = 0;
    int64_t left = 0;
    uint32_t n = 0;

    for (uint32_t i = t->heads; i != TREE_NONE; i = t->nodes[i].next)
        all += place(t, c, i, 0);
    for (uint32_t i = t->heads; i != TREE_NONE; i = t->nodes[i].next) {
        const int64_t height = place(t, c, i, 0);

        if (n > 0 && (2 * left + height > all || n + 1 == t->nheads))
            break;
        left += height;
        n++;
    }
    return n;
}

/* COUNT heads from *HEAD on; *HEAD becomes the one after them. Returns where
   they end, and in *END the end of the rail that they hang from. */
static int32_t place_heads(struct tree *t, const struct box_column *c,
                           uint32_t *head, uint32_t count, int32_t y,
                           int32_t rail, int32_t *end)
{
    for (uint32_t i = 0; i < count && *head != TREE_NONE; i++) {
        y = place(t, c, *head, y);
        draw_rails(t, c, *head);
        if (t->root != TREE_NONE)
            *end = reach(t, *head, rail);
        *head = t->nodes[*head].next;
    }
    return y;
}

/* From the foot of the stem to the rail at X, and along it. */
static void draw_rail(struct tree *t, int32_t foot, int32_t x, int32_t end)
{
    const int32_t bend = foot + TREE_TRUNK;

    if (t->root == TREE_NONE)
        return;
    tree_line(t, (struct drawing_point){x, bend},
              (struct drawing_point){t->s->drawing->width / 2, bend});
    tree_line(t, (struct drawing_point){x, bend},
              (struct drawing_point){x, end});
}

static int32_t in_two_columns(struct tree *t, struct box_column c, int32_t rail)
{
    const int32_t right = t->s->drawing->width - c.width;
    const int32_t foot = tree_stem(t, tree_stem_width(t, STEM_MOST));
    const int32_t y = foot == 0 ? 0 : foot + 2 * TREE_TRUNK;
    const int32_t middle = t->s->drawing->width / 2;
    uint32_t head = t->heads;
    int32_t ends[2] = {0, 0};
    int32_t left_foot;
    int32_t right_foot;
    uint32_t nleft;

    fit(t, &c);
    nleft = count_left(t, &c);
    if (t->root != TREE_NONE)
        tree_line(t, (struct drawing_point){middle, foot},
                  (struct drawing_point){middle, foot + TREE_TRUNK});
    c.x = rail;
    left_foot = place_heads(t, &c, &head, nleft, y, rail / 2, &ends[0]);
    draw_rail(t, foot, rail / 2, ends[0]);
    c.x = right;
    right_foot = place_heads(t, &c, &head, t->nheads - nleft, y,
                             right - rail / 2, &ends[1]);
    draw_rail(t, foot, right - rail / 2, ends[1]);
    return (left_foot > right_foot ? left_foot : right_foot) - BELOW;
}

int32_t tree_outline(struct tree *t)
{
    const int32_t rail = t->root == TREE_NONE ? 0 : INDENT;
    const int32_t width = (t->s->drawing->width - TREE_GAP) / 2 - rail;
    const struct box_column c = column_of(t, width, t->nodes[t->heads].depth);

    if (t->s->narrow || t->nheads < 2 || width < COLUMN_LEAST ||
        !holds_words(t, &c))
        return in_one_column(t);
    return in_two_columns(t, c, rail);
}
