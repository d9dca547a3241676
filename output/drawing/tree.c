#include "output/drawing/tree.h"

int32_t tree_least(const struct tree *t, uint32_t node)
{
    return t->nodes[node].words + 2 * TREE_PAD;
}

void tree_fit(struct tree *t, uint32_t node, int32_t width)
{
    const struct picture_box *box = &t->model->boxes[node];
    struct tree_node *n = &t->nodes[node];
    const int32_t room = width - 2 * TREE_PAD;

    n->name = label_make(t->s, box->name, FACE_BOLD, room);
    n->role = label_make(t->s, box->role, FACE_REGULAR, room);
    n->box.width = width;
    n->box.height = n->name.height + n->role.height + 2 * TREE_PAD;
}

int32_t middle_of(const struct rectangle *b)
{
    return b->x + b->width / 2;
}

void tree_line(struct tree *t, struct drawing_point from,
               struct drawing_point to)
{
    sketch_line(t->s, t->s->house->colours.secondary, STROKE, from, to);
}

void tree_branch(struct tree *t, uint32_t first, uint32_t last, int32_t x,
                 int32_t bend)
{
    int32_t left = middle_of(&t->nodes[first].box);
    int32_t right = middle_of(&t->nodes[last].box);

    left = x < left ? x : left;
    right = x > right ? x : right;
    if (left < right)
        tree_line(t, (struct drawing_point){left, bend},
                  (struct drawing_point){right, bend});
    for (uint32_t i = first;; i = t->nodes[i].next) {
        const struct rectangle *to = &t->nodes[i].box;
        const int32_t down = middle_of(to);

        tree_line(t, (struct drawing_point){down, bend},
                  (struct drawing_point){down, to->y});
        if (i == last)
            break;
    }
}
