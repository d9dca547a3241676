#include "output/drawing/tree.h"

int32_t tree_least(const struct tree *t, uint32_t node)
{
    return t->nodes[node].words + 2 * TREE_PAD;
}

static void settle(struct tree_node *n, int32_t width)
{
    n->box.width = width;
    n->box.height = n->name.height + n->role.height + 2 * TREE_PAD;
}

void tree_fit(struct tree *t, uint32_t node, int32_t width)
{
    const struct picture_box *box = &t->model->boxes[node];
    struct tree_node *n = &t->nodes[node];
    const int32_t room = width - 2 * TREE_PAD;

    n->name = label_make(t->s, box->name, FACE_BOLD, room);
    n->role = label_make(t->s, box->role, FACE_REGULAR, room);
    settle(n, width);
}

void tree_fit_centred(struct tree *t, uint32_t node, int32_t width)
{
    const struct picture_box *box = &t->model->boxes[node];
    struct tree_node *n = &t->nodes[node];
    const int32_t room = width - 2 * TREE_PAD;

    n->name = label_balanced(t->s, box->name, FACE_BOLD, room);
    n->role = label_balanced(t->s, box->role, FACE_REGULAR, room);
    n->centred = true;
    settle(n, width);
}

int32_t middle_of(const struct rectangle *b)
{
    return b->x + b->width / 2;
}

void tree_line(struct tree *t, struct drawing_point from,
               struct drawing_point to)
{
    sketch_line(t->s, t->s->house->colours.accent, STROKE, from, to);
}

/* As wide as its words want to be, from LEAST to MOST. */
static int32_t wanted(const struct tree *t, uint32_t node, int32_t most)
{
    const struct picture_box *box = &t->model->boxes[node];
    const int32_t name = label_full_width(t->s, box->name, FACE_BOLD);
    const int32_t role = label_full_width(t->s, box->role, FACE_REGULAR);
    const int32_t width = (name > role ? name : role) + 4 * TREE_PAD;

    return width < most ? width : most;
}

int32_t tree_stem_width(const struct tree *t, int32_t most)
{
    int32_t width = most < TREE_BOX ? most : TREE_BOX;

    if (t->root == TREE_NONE)
        return 0;
    for (uint32_t i = t->first;; i = t->nodes[i].first) {
        const int32_t own = wanted(t, i, most);

        width = own > width ? own : width;
        if (i == t->root)
            return width;
    }
}

int32_t tree_stem(struct tree *t, int32_t width)
{
    const int32_t middle = t->s->drawing->width / 2;
    int32_t y = 0;

    if (t->root == TREE_NONE)
        return 0;
    for (uint32_t i = t->first;; i = t->nodes[i].first) {
        struct tree_node *n = &t->nodes[i];

        tree_fit_centred(t, i, width);
        n->box.x = middle - width / 2;
        n->box.y = y;
        y += n->box.height;
        if (i == t->root)
            return y;
        tree_line(t, (struct drawing_point){middle, y},
                  (struct drawing_point){middle, y + 2 * TREE_TRUNK});
        y += 2 * TREE_TRUNK;
    }
}
