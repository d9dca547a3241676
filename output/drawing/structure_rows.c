#include "output/drawing/structure_rows.h"

#define ONE_ROW 4
#define TWO_ROWS 8
#define BOX_MOST 150000

struct box_rows {
    uint32_t across; /* boxes of the first row */
    uint32_t second; /* of the second; 0: there is none */
    int32_t width;   /* of each */
    int32_t height;
};

static bool have_none_below(const struct tree *t)
{
    for (uint32_t i = t->heads; i != TREE_NONE; i = t->nodes[i].next) {
        if (t->nodes[i].first != TREE_NONE)
            return false;
    }
    return true;
}

static bool fit(const struct tree *t, struct box_rows *r, uint32_t across)
{
    const int32_t room =
        t->s->drawing->width - (int32_t)(across - 1) * TREE_GAP;
    int32_t least = TREE_BOX;

    for (uint32_t i = t->heads; i != TREE_NONE; i = t->nodes[i].next) {
        const int32_t own = tree_least(t, i);

        least = own > least ? own : least;
    }
    r->across = across;
    r->second = t->nheads - across;
    r->width = room / (int32_t)across;
    if (r->width > BOX_MOST)
        r->width = least > BOX_MOST ? least : BOX_MOST;
    return room / (int32_t)across >= least;
}

/* The first of two rows has an even number: the line to the second goes
   through the gap in its middle. */
static bool divide(const struct tree *t, struct box_rows *r)
{
    const uint32_t half = (t->nheads + 1) / 2;

    if (t->s->narrow || t->nheads > TWO_ROWS || !have_none_below(t))
        return false;
    if (t->nheads <= ONE_ROW && fit(t, r, t->nheads))
        return true;
    return t->nheads > 2 && fit(t, r, half + half % 2);
}

static void make_equal(struct tree *t, struct box_rows *r)
{
    for (uint32_t i = t->heads; i != TREE_NONE; i = t->nodes[i].next) {
        struct tree_node *n = &t->nodes[i];

        tree_fit_centred(t, i, r->width);
        if (n->box.height > r->height)
            r->height = n->box.height;
    }
    for (uint32_t i = t->heads; i != TREE_NONE; i = t->nodes[i].next)
        t->nodes[i].box.height = r->height;
}

/* COUNT boxes from *HEAD on, centred, with their tops at Y; *HEAD becomes the
   one after them. The line that they hang from is at BEND. */
static void place_row(struct tree *t, const struct box_rows *r, uint32_t *head,
                      uint32_t count, int32_t y)
{
    const int32_t middle = t->s->drawing->width / 2;
    const int32_t taken =
        (int32_t)count * r->width + (int32_t)(count - 1) * TREE_GAP;
    const int32_t bend = y - TREE_TRUNK;
    int32_t x = middle - taken / 2;

    if (t->root != TREE_NONE && count > 1)
        tree_line(t, (struct drawing_point){x + r->width / 2, bend},
                  (struct drawing_point){x + taken - r->width / 2, bend});
    for (uint32_t i = 0; i < count; i++) {
        struct tree_node *n = &t->nodes[*head];

        n->box.x = x;
        n->box.y = y;
        if (t->root != TREE_NONE)
            tree_line(t, (struct drawing_point){middle_of(&n->box), bend},
                      (struct drawing_point){middle_of(&n->box), y});
        x += r->width + TREE_GAP;
        *head = n->next;
    }
}

/* Boxes one below the other are of one width. Returns that of the stem. */
static int32_t widths_of(const struct tree *t, struct box_rows *r)
{
    const int32_t two = 2 * r->width + TREE_GAP;
    const int32_t stem = tree_stem_width(
        t, two < t->s->drawing->width ? two : t->s->drawing->width);

    if (t->nheads > 1 || t->root == TREE_NONE)
        return stem;
    r->width = stem > r->width ? stem : r->width;
    return r->width;
}

int32_t tree_rows(struct tree *t)
{
    const int32_t width = t->s->drawing->width;
    struct box_rows r = {.across = 0};
    uint32_t head = t->heads;
    int32_t stem;
    int32_t foot;
    int32_t y;

    if (!divide(t, &r))
        return 0;
    stem = widths_of(t, &r);
    make_equal(t, &r);
    foot = tree_stem(t, stem);
    y = foot == 0 ? 0 : foot + 2 * TREE_TRUNK;
    place_row(t, &r, &head, r.across, y);
    if (r.second > 0) {
        y += r.height + 2 * TREE_TRUNK;
        place_row(t, &r, &head, r.second, y);
    }
    if (t->root != TREE_NONE)
        tree_line(t, (struct drawing_point){width / 2, foot},
                  (struct drawing_point){width / 2, y - TREE_TRUNK});
    return y + r.height;
}
