#include "output/figure/structure.h"

#define BESIDE 12000
#define BELOW 7000       /* between boxes of a column */
#define ROWS_APART 24000 /* between rows of columns, with their line */
#define INDENT 14000
#define TRUNK 5000 /* of the line beside rows of columns, from the left */
#define COLUMN_LEAST 110000
#define COLUMN_MOST 220000
#define ROOT_MOST 260000

/* How the heads stand. */
struct columns {
    uint32_t heads; /* the first of them */
    uint32_t root;  /* what they all belong to, or TREE_NONE */
    uint32_t nheads;
    uint32_t across; /* columns in a row */
    uint32_t rows;
    int32_t left; /* of the first column */
    int32_t width;
};

static uint32_t count(const struct tree *t, uint32_t head)
{
    uint32_t n = 0;

    for (; head != TREE_NONE; head = t->nodes[head].next)
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

static struct columns divide(const struct tree *t)
{
    const int32_t width = t->s->drawing->width;
    const struct tree_node *first = &t->nodes[t->first];
    const bool one = first->next == TREE_NONE && first->first != TREE_NONE;
    struct columns c = {
        .heads = one ? first->first : t->first,
        .root = one ? t->first : TREE_NONE,
        .across = 1,
    };
    const int32_t least = column_least(t, one ? 1 : 0);

    c.nheads = count(t, c.heads);
    if (least < width)
        c.across = (uint32_t)((width + BESIDE) / (least + BESIDE));
    if (c.across > c.nheads)
        c.across = c.nheads;
    c.rows = (c.nheads + c.across - 1) / c.across;
    if (c.rows > 1 && one) { /* room for the line beside them */
        c.left = INDENT;
        c.across = (uint32_t)((width - INDENT + BESIDE) / (least + BESIDE));
        c.across = c.across == 0 ? 1 : c.across;
        c.rows = (c.nheads + c.across - 1) / c.across;
    }
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
    const struct box *to = &t->nodes[node].box;
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

/* Where the line from the root comes down to a row. */
static int32_t trunk_of(const struct tree *t, const struct columns *c)
{
    return c->rows > 1 ? TRUNK : box_middle(&t->nodes[c->root].box);
}

/* The line from the root past all rows, the last of which begins at Y. */
static void draw_trunk(struct tree *t, const struct columns *c, int32_t y)
{
    const struct box *root = &t->nodes[c->root].box;
    const int32_t x = trunk_of(t, c);

    tree_line(t, (struct drawing_point){x, root->y + root->height},
              (struct drawing_point){x, y - ROWS_APART / 2});
}

static int32_t place_root(struct tree *t, const struct columns *c)
{
    const int32_t width = t->s->drawing->width;
    struct tree_node *root;

    if (c->root == TREE_NONE)
        return 0;
    root = &t->nodes[c->root];
    tree_fit(t, c->root, width < ROOT_MOST ? width : ROOT_MOST);
    root->box.y = 0;
    root->box.x = c->rows > 1 ? 0 : (width - root->box.width) / 2;
    return root->box.height + ROWS_APART;
}

int32_t tree_hang(struct tree *t)
{
    struct columns c = divide(t);
    const int32_t taken =
        c.width * (int32_t)c.across + BESIDE * (int32_t)(c.across - 1);
    int32_t y = place_root(t, &c);
    uint32_t head = c.heads;
    int32_t last_row = y;

    if (c.rows == 1)
        c.left = (t->s->drawing->width - taken) / 2;
    while (head != TREE_NONE) {
        const uint32_t first = head;
        uint32_t last = head;
        int32_t height = 0;

        for (uint32_t i = 0; i < c.across && head != TREE_NONE; i++) {
            const int32_t x = c.left + (int32_t)i * (c.width + BESIDE);
            const int32_t h = hang_column(t, &c, head, x, y);

            height = h > height ? h : height;
            last = head;
            head = t->nodes[head].next;
        }
        if (c.root != TREE_NONE)
            tree_branch(t, first, last, trunk_of(t, &c), y - ROWS_APART / 2);
        last_row = y;
        y += height + ROWS_APART;
    }
    if (c.root != TREE_NONE)
        draw_trunk(t, &c, last_row);
    return y - ROWS_APART;
}
