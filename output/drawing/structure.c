#include "output/drawing/structure_outline.h"
#include "output/drawing/structure_rows.h"
#include "output/drawing/tree.h"

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
        uint32_t *head = n->parent == PICTURE_NO_PARENT
                             ? &t->first
                             : &t->nodes[n->parent].first;

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

static void find_heads(struct tree *t)
{
    t->heads = t->first;
    while (t->nodes[t->heads].next == TREE_NONE &&
           t->nodes[t->heads].first != TREE_NONE) {
        t->root = t->heads;
        t->heads = t->nodes[t->root].first;
    }
    for (uint32_t i = t->heads; i != TREE_NONE; i = t->nodes[i].next)
        t->nheads++;
}

/* Depths and order; false: no memory, or no box. */
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
    if (n == 0)
        return false;
    find_heads(t);
    return true;
}

/* --- the boxes --- */

#define THICK 1500 /* the edge of what stands above all others */

static void draw_words(struct tree *t, const struct tree_node *n)
{
    const struct house_colours *colours = &t->s->house->colours;
    const enum doc_align align = n->centred ? ALIGN_CENTRE : ALIGN_START;
    const int32_t spare =
        n->box.height - n->name.height - n->role.height - 2 * TREE_PAD;
    const int32_t x = n->box.x + TREE_PAD;
    const int32_t y = n->box.y + TREE_PAD + spare / 2;
    const int32_t width = n->box.width - 2 * TREE_PAD;

    label_draw(t->s, &n->name, x, y, width, align);
    label_draw_in(t->s, &n->role, colours->secondary, x, y + n->name.height,
                  width, align);
}

/* Boxes last, over the lines between them, in the order they are read. */
static void draw_boxes(struct tree *t)
{
    const struct house_colours *colours = &t->s->house->colours;

    for (uint32_t i = 0; i < t->model->nboxes; i++) {
        const struct tree_node *n = &t->nodes[t->order[i]];
        const struct rectangle b = n->box;
        const struct rectangle inner = {
            b.x + THICK - STROKE, b.y + THICK - STROKE,
            b.width - 2 * (THICK - STROKE), b.height - 2 * (THICK - STROKE)};

        sketch_box(t->s, n->depth == 0 ? colours->table_head : WHITE, b);
        sketch_outline(t->s, colours->accent, b);
        if (n->depth == 0)
            sketch_outline(t->s, colours->accent, inner);
        draw_words(t, n);
    }
}

int32_t structure_draw(struct sketch *s, const struct picture_structure *m)
{
    struct tree t = {.s = s, .model = m, .first = TREE_NONE, .root = TREE_NONE};
    int32_t height;

    if (!tree_make(&t))
        return 0;
    height = tree_rows(&t);
    if (height == 0)
        height = tree_outline(&t);
    draw_boxes(&t);
    return height;
}
