#include "output/drawing/structure_hang.h"

#include <assert.h>

#define BESIDE 12000
#define BELOW 7000       /* between boxes of a column */
#define ROWS_APART 24000 /* between rows of columns, with their line */
#define INDENT 14000
#define TRUNK 5000 /* of the line beside rows of columns, from the left */
#define COLUMN_LEAST 110000
#define COLUMN_MOST 220000
#define STEM_MOST 220000
#define STEM_APART 14000

/* How the heads stand. */
struct columns {
    uint32_t heads; /* the first of them */
    uint32_t root;  /* the end of the stem: what they belong to; or TREE_NONE */
    uint32_t nheads;
    uint32_t across; /* columns in a row */
    uint32_t rows;
    int32_t left; /* of the first column */
    int32_t width;
};

/* HEAD and its siblings. */
static uint32_t count(const struct tree *t, uint32_t head)
{
    uint32_t n = 1;

    for (; t->nodes[head].next != TREE_NONE; head = t->nodes[head].next)
        n++;
    return n;
}

/* A column in which no word is broken, as long as that can be. */
static int32_t column_least(const struct tree *t, uint32_t base)
{
    int32_t least = COLUMN_LEAST;

    for (uint32_t i = 0; i < t->model->nboxes; i++) {
        const struct tree_node *n = &t->nodes[i];
        int32_t width;

        if (n->depth < base)
            continue;
        width = tree_least(t, i) + (int32_t)(n->depth - base) * INDENT;
        least = width > least ? width : least;
    }
    return least;
}

static uint32_t fitting_across(int32_t width, int32_t least)
{
    const int32_t n = (width + BESIDE) / (least + BESIDE);

    return n < 1 ? 1 : (uint32_t)n;
}

/* The stem ends where more than one box belongs to it. */
static struct columns find_heads(const struct tree *t)
{
    struct columns c = {.heads = t->first, .root = TREE_NONE};

    while (t->nodes[c.heads].next == TREE_NONE &&
           t->nodes[c.heads].first != TREE_NONE) {
        c.root = c.heads;
        c.heads = t->nodes[c.root].first;
    }
    c.nheads = count(t, c.heads);
    return c;
}

static struct columns divide(const struct tree *t)
{
    const int32_t width = t->s->drawing->width;
    struct columns c = find_heads(t);
    const int32_t least = column_least(t, t->nodes[c.heads].depth);

    c.across = fitting_across(width, least);
    if (c.across < c.nheads && c.root != TREE_NONE) {
        c.left = INDENT; /* room for the line beside rows */
        c.across = fitting_across(width - INDENT, least);
    }
    c.across = c.across < c.nheads ? c.across : c.nheads;
    assert(c.across > 0); /* there is a head, and room for one */
    c.rows = (c.nheads + c.across - 1) / c.across;
    c.across = (c.nheads + c.rows - 1) / c.rows; /* rows of equal length */
    c.width =
        (width - c.left - (int32_t)(c.across - 1) * BESIDE) / (int32_t)c.across;
    if (c.width > COLUMN_MOST && least <= COLUMN_MOST)
        c.width = COLUMN_MOST;
    return c;
}

/* Draws the line below what NODE belongs to further down, and to the left edge
   of NODE. */
static void connect_aside(struct tree *t, uint32_t node, int32_t indent)
{
    const struct rectangle *to = &t->nodes[node].box;
    struct tree_node *parent = &t->nodes[t->nodes[node].parent];
    const int32_t x = parent->box.x + indent / 2;
    const int32_t y = to->y + label_leading(t->s);

    tree_line(t, (struct drawing_point){x, parent->reach},
              (struct drawing_point){x, y});
    tree_line(t, (struct drawing_point){x, y},
              (struct drawing_point){to->x, y});
    parent->reach = y;
}

static uint32_t following(const struct tree *t, uint32_t head, uint32_t at)
{
    if (t->nodes[at].first != TREE_NONE)
        return t->nodes[at].first;
    while (at != head && t->nodes[at].next == TREE_NONE)
        at = t->nodes[at].parent;
    return at == head ? TREE_NONE : t->nodes[at].next;
}

/* HEAD and all that belongs to it, below each other; returns the height. */
static int32_t hang_column(struct tree *t, const struct columns *c,
                           uint32_t head, int32_t x, int32_t y)
{
    const uint32_t base = t->nodes[head].depth;
    const int32_t levels = (int32_t)(t->depth - base);
    const int32_t indent =
        INDENT * levels * 2 > c->width ? c->width / 2 / levels : INDENT;
    int32_t at_y = y;

    for (uint32_t at = head; at != TREE_NONE; at = following(t, head, at)) {
        struct tree_node *n = &t->nodes[at];
        const int32_t in = (int32_t)(n->depth - base) * indent;

        tree_fit(t, at, c->width - in);
        n->box.x = x + in;
        n->box.y = at_y;
        n->reach = at_y + n->box.height;
        if (at != head)
            connect_aside(t, at, indent);
        at_y += n->box.height + BELOW;
    }
    return at_y - BELOW - y;
}

/* From the first box to ROOT, below each other; returns the height with what
   is free below them. */
static int32_t place_stem(struct tree *t, uint32_t root)
{
    const int32_t width = t->s->drawing->width;
    uint32_t at = t->first;
    int32_t y = 0;

    if (root == TREE_NONE)
        return 0;
    for (;;) {
        struct tree_node *n = &t->nodes[at];

        tree_fit(t, at, width < STEM_MOST ? width : STEM_MOST);
        n->box.x = (width - n->box.width) / 2;
        n->box.y = y;
        n->centred = true;
        y += n->box.height;
        if (at == root)
            return y + ROWS_APART;
        tree_line(t, (struct drawing_point){width / 2, y},
                  (struct drawing_point){width / 2, y + STEM_APART});
        y += STEM_APART;
        at = n->first;
    }
}

/* From the stem to the heads of the first row, the last of which is LAST; to
   those of others, down to BEND, along the left side. */
static void connect_stem(struct tree *t, const struct columns *c, uint32_t last,
                         int32_t bend)
{
    const struct rectangle *root = &t->nodes[c->root].box;
    const int32_t foot = root->y + root->height;
    const int32_t first = foot + ROWS_APART / 2;
    const int32_t middle = middle_of(root);
    const int32_t end = middle_of(&t->nodes[last].box);

    tree_line(t, (struct drawing_point){middle, foot},
              (struct drawing_point){middle, first});
    if (c->rows == 1)
        return;
    if (end < middle)
        tree_line(t, (struct drawing_point){end, first},
                  (struct drawing_point){middle, first});
    tree_line(t, (struct drawing_point){TRUNK, first},
              (struct drawing_point){TRUNK, bend});
}

/* A row of columns from *HEAD on, at Y; *HEAD becomes the first of the next
   row, *LAST is the last of this. Returns the height. */
static int32_t hang_row(struct tree *t, const struct columns *c, uint32_t *head,
                        uint32_t *last, int32_t y)
{
    int32_t height = 0;

    for (uint32_t i = 0; i < c->across && *head != TREE_NONE; i++) {
        const int32_t x = c->left + (int32_t)i * (c->width + BESIDE);
        const int32_t h = hang_column(t, c, *head, x, y);

        height = h > height ? h : height;
        *last = *head;
        *head = t->nodes[*head].next;
    }
    return height;
}

int32_t tree_hang(struct tree *t)
{
    struct columns c = divide(t);
    const int32_t taken =
        c.width * (int32_t)c.across + BESIDE * (int32_t)(c.across - 1);
    int32_t y = place_stem(t, c.root);
    uint32_t head = c.heads;
    uint32_t end_of_first = TREE_NONE;
    int32_t bend = 0;

    if (c.rows == 1)
        c.left = (t->s->drawing->width - taken) / 2;
    while (head != TREE_NONE) {
        const uint32_t first = head;
        uint32_t last = head;
        const int32_t height = hang_row(t, &c, &head, &last, y);

        bend = y - ROWS_APART / 2;
        if (c.root != TREE_NONE)
            tree_branch(t, first, last,
                        c.rows > 1 ? TRUNK : middle_of(&t->nodes[c.root].box),
                        bend);
        if (end_of_first == TREE_NONE)
            end_of_first = last;
        y += height + ROWS_APART;
    }
    if (c.root != TREE_NONE)
        connect_stem(t, &c, end_of_first, bend);
    return y - ROWS_APART;
}
