#include "output/drawing/structure_hang.h"
#include "output/drawing/tree.h"

#define BESIDE 10000
#define BELOW 22000
#define BOX_MOST 150000
#define BOX_LEAST 66000

/* --- the tree --- */

static void link_nodes(struct tree *t)
{
    const struct picture_structure *m = t->model;

    for (uint32_t i = 0; i < m->nboxes; i++) {
        t->nodes[i] = (struct tree_node){.parent = m->boxes[i].parent,
                                         .first = TREE_NONE,
                                         .next = TREE_NONE};
    }
    for (uint32_t i = m->nboxes; i-- > 0;) {
        struct tree_node *n = &t->nodes[i];
        uint32_t *head = &t->first;

        if (n->leaves == 0)
            n->leaves = 1;
        if (n->parent != PICTURE_NO_PARENT) {
            head = &t->nodes[n->parent].first;
            t->nodes[n->parent].leaves += n->leaves;
        }
        n->next = *head;
        *head = i;
    }
}

/* The node after AT, its children first. */
static uint32_t following(const struct tree *t, uint32_t at)
{
    if (t->nodes[at].first != TREE_NONE)
        return t->nodes[at].first;
    while (t->nodes[at].next == TREE_NONE) {
        at = t->nodes[at].parent;
        if (at == PICTURE_NO_PARENT)
            return TREE_NONE;
    }
    return t->nodes[at].next;
}

static void measure(struct tree *t, uint32_t node)
{
    const struct picture_box *box = &t->model->boxes[node];
    const int32_t name = label_word_width(t->s, box->name, FACE_BOLD);
    const int32_t role = label_word_width(t->s, box->role, FACE_REGULAR);

    t->nodes[node].words = name > role ? name : role;
}

/* Depths and order; false: no memory. */
static bool tree_make(struct tree *t)
{
    uint32_t at;
    uint32_t n = 0;

    t->nodes = arena_alloc(t->s->arena, t->model->nboxes, sizeof(*t->nodes));
    t->order = arena_alloc(t->s->arena, t->model->nboxes, sizeof(*t->order));
    if (t->nodes == NULL || t->order == NULL)
        return false;
    link_nodes(t);
    for (at = t->first; at != TREE_NONE; at = following(t, at)) {
        struct tree_node *node = &t->nodes[at];

        t->order[n++] = at;
        if (node->parent != PICTURE_NO_PARENT)
            node->depth = t->nodes[node->parent].depth + 1;
        if (node->depth + 1 > t->depth)
            t->depth = node->depth + 1;
        measure(t, at);
    }
    return true;
}

/* Boxes last, over the lines between them, in the order they are read. */
static void draw_boxes(struct tree *t)
{
    const struct house_colours *colours = &t->s->house->colours;

    for (uint32_t i = 0; i < t->model->nboxes; i++) {
        const struct tree_node *n = &t->nodes[t->order[i]];
        const struct rectangle b = n->box;
        const enum doc_align align = n->centred ? ALIGN_CENTRE : ALIGN_START;

        sketch_box(t->s, n->depth == 0 ? colours->table_head : WHITE, b);
        sketch_outline(t->s, colours->accent, b);
        label_draw(t->s, &n->name, b.x + TREE_PAD, b.y + TREE_PAD,
                   b.width - 2 * TREE_PAD, align);
        label_draw(t->s, &n->role, b.x + TREE_PAD,
                   b.y + TREE_PAD + n->name.height, b.width - 2 * TREE_PAD,
                   align);
    }
}

/* --- from the top down --- */

/* The least that every leaf has so that all boxes above it fit. */
static bool fits_downward(const struct tree *t, int32_t leaf)
{
    for (uint32_t i = 0; i < t->model->nboxes; i++) {
        const int64_t room = (int64_t)t->nodes[i].leaves * leaf - BESIDE;

        if (room < BOX_LEAST || room < tree_least(t, i))
            return false;
    }
    return true;
}

/* Widths, and the x of each over its leaves. Parents come first, so that
   what is used of their leaves tells where the next child begins. */
static void place_across(struct tree *t, int32_t leaf)
{
    int32_t *used = arena_alloc(t->s->arena, t->model->nboxes, sizeof(*used));
    int32_t roots = 0;

    if (used == NULL)
        return;
    for (uint32_t i = 0; i < t->model->nboxes; i++) {
        const uint32_t at = t->order[i];
        struct tree_node *n = &t->nodes[at];
        const int32_t span = (int32_t)n->leaves * leaf;
        int32_t *from =
            n->parent == PICTURE_NO_PARENT ? &roots : &used[n->parent];
        int32_t width = span - BESIDE;
        const int32_t least = tree_least(t, at);

        if (width > BOX_MOST)
            width = least > BOX_MOST ? least : BOX_MOST;
        tree_fit(t, at, width);
        n->box.x = *from + (span - width) / 2;
        n->centred = true;
        used[at] = *from;
        *from += span;
    }
}

/* Each level is as high as its highest box. */
static int32_t place_down(struct tree *t)
{
    int32_t y = 0;

    for (uint32_t level = 0; level < t->depth; level++) {
        int32_t height = 0;

        for (uint32_t i = 0; i < t->model->nboxes; i++) {
            struct tree_node *n = &t->nodes[i];

            if (n->depth != level)
                continue;
            n->box.y = y;
            height = n->box.height > height ? n->box.height : height;
        }
        for (uint32_t i = 0; i < t->model->nboxes; i++) {
            if (t->nodes[i].depth == level)
                t->nodes[i].box.height = height;
        }
        y += height + BELOW;
    }
    return y - BELOW;
}

/* From NODE down to all that belong to it. */
static void connect_down(struct tree *t, uint32_t node)
{
    const struct tree_node *n = &t->nodes[node];
    const int32_t x = middle_of(&n->box);
    const int32_t foot = n->box.y + n->box.height;
    const int32_t bend = foot + BELOW / 2;
    uint32_t last = n->first;

    if (last == TREE_NONE)
        return;
    while (t->nodes[last].next != TREE_NONE)
        last = t->nodes[last].next;
    tree_line(t, (struct drawing_point){x, foot},
              (struct drawing_point){x, bend});
    tree_branch(t, n->first, last, x, bend);
}

static int32_t draw_downward(struct tree *t, int32_t leaf)
{
    int32_t height;

    place_across(t, leaf);
    height = place_down(t);
    for (uint32_t i = 0; i < t->model->nboxes; i++)
        connect_down(t, t->order[i]);
    draw_boxes(t);
    return height;
}

int32_t structure_draw(struct sketch *s, const struct picture_structure *m)
{
    struct tree t = {.s = s, .model = m, .first = TREE_NONE};
    uint32_t leaves = 0;
    int32_t height;
    int32_t leaf;

    if (!tree_make(&t))
        return 0;
    for (uint32_t i = t.first; i != TREE_NONE; i = t.nodes[i].next)
        leaves += t.nodes[i].leaves;
    if (leaves == 0)
        return 0;
    leaf = s->drawing->width / (int32_t)leaves;
    if (fits_downward(&t, leaf))
        return draw_downward(&t, leaf);
    height = tree_hang(&t);
    draw_boxes(&t);
    return height;
}
