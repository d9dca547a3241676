#include "output/layout/table_cluster.h"

/* The cell of the row of BOX, a head, that heads the names of rows; or NULL. */
static struct cell_box *names_head(const struct table_layout *t,
                                   struct cluster *c,
                                   const struct cell_box *box)
{
    if (c->nodes[box->row]->parent->level != GROUP_HEAD)
        return NULL;
    for (size_t i = 0; i < c->ncells; i++) {
        struct cell_box *head = &c->cells[i];

        if (head->row == box->row && head->column == t->names &&
            head->columns == 1 && !head->below)
            return head;
    }
    return NULL;
}

/* What stands below the names of rows has its head below theirs, as the words
   are: on a line of its own it would read as a row. */
static void stack_heads(const struct table_layout *t, struct cluster *c)
{
    for (size_t i = 0; i < c->ncells; i++) {
        struct cell_box *box = &c->cells[i];
        struct cell_box *head = box->below ? names_head(t, c, box) : NULL;

        if (head == NULL)
            continue;
        box->stacked = true;
        box->top = head->height - 2 * t->padding_above + head->under;
        head->under += box->height;
    }
}

/* What stands below the other cells makes their rows higher. Drawings reach
   down beside it, but for the words that head them. */
static void add_below(const struct table_layout *t, struct cluster *c)
{
    for (size_t i = 0; i < c->ncells; i++)
        c->cells[i].beside = c->heights[c->cells[i].row];
    for (size_t i = 0; i < c->ncells; i++) {
        struct cell_box *box = &c->cells[i];

        if (!box->below || box->stacked)
            continue;
        box->top = c->heights[box->row] - 2 * t->padding_above;
        c->heights[box->row] += box->height;
    }
}

bool cluster_heights(struct table_layout *t, struct cluster *c, int64_t *height)
{
    if (!scratch_room(t->m, (void **)&c->heights, &c->heights_capacity,
                      c->nrows, sizeof(*c->heights)))
        return false;
    *height = 0;
    if (t->heads_stack)
        stack_heads(t, c);
    for (size_t r = 0; r < c->nrows; r++)
        c->heights[r] = style_height(&t->style) + 2 * t->padding_above;
    for (size_t i = 0; i < c->ncells; i++) {
        const struct cell_box *box = &c->cells[i];
        const int32_t least = box->height + box->under;

        if (box->rows == 1 && !box->below && least > c->heights[box->row])
            c->heights[box->row] = least;
    }
    add_below(t, c);
    for (size_t i = 0; i < c->ncells; i++) {
        const struct cell_box *box = &c->cells[i];
        int64_t missing = (int64_t)box->height + box->under;
        size_t r = box->row;

        if (box->rows == 1)
            continue;
        while (r < c->nrows && r < box->row + box->rows && missing > 0)
            missing -= c->heights[r++];
        if (missing > 0)
            c->heights[r - 1] += (int32_t)missing;
    }
    for (size_t r = 0; r < c->nrows; r++)
        *height += c->heights[r];
    return true;
}

void cluster_open_row(const struct table_layout *t, struct cluster *c,
                      size_t row, size_t *next)
{
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const struct cell_box *box = c->open[i];

        if (box != NULL && box->row + box->rows <= row)
            c->open[i] = NULL;
    }
    while (*next < c->ncells && c->cells[*next].row == row) {
        struct cell_box *box = &c->cells[(*next)++];

        for (uint32_t i = 0; i < box->columns; i++)
            c->open[box->column + i] = box;
    }
}

/* How high the words of a heading are, whatever is drawn beside them. */
static int32_t heading_height(const struct table_layout *t,
                              const struct cell_box *box)
{
    if (box->below)
        return box->height + box->under;
    return boxes_height(&box->lines) + 2 * t->padding_above + box->under;
}

/* Headings stand at the foot of the head, next to what they head. */
static void lower_heads(const struct table_layout *t, struct cluster *c)
{
    for (size_t i = 0; i < c->ncells; i++) {
        if (c->cells[i].below && !c->cells[i].stacked)
            return;
    }
    for (size_t i = 0; i < c->ncells; i++) {
        struct cell_box *box = &c->cells[i];
        const int32_t height = heading_height(t, box);
        int32_t room = 0;

        if (c->nodes[box->row]->parent->level != GROUP_HEAD || box->stacked)
            continue;
        for (uint32_t r = 0; r < box->rows && box->row + r < c->nrows; r++)
            room += c->heights[box->row + r];
        if (room > height)
            box->top = room - height;
    }
    for (size_t i = 0; i < c->ncells; i++) {
        if (c->cells[i].stacked)
            c->cells[i].top += names_head(t, c, &c->cells[i])->top;
    }
}

static void add_cell(struct table_layout *t, struct box *s,
                     struct cell_box *box, int32_t y)
{
    struct box *line;

    y += box->top + t->padding_above;
    for (bool first = true; (line = boxes_take(&box->lines)) != NULL;
         first = false) {
        y += first ? 0 : line->space;
        if (s->baseline == 0)
            s->baseline = y + line->baseline;
        y += line->height;
        box_merge(t->m, s, line, y - line->height);
    }
}

void cluster_whole(struct table_layout *t, struct flow *f, struct cluster *c,
                   int32_t height, enum keep keep)
{
    struct box *s = box_new(t->m, height);
    size_t next = 0;
    int32_t y = 0;

    if (s == NULL)
        return;
    s->keep = (uint8_t)keep;
    lower_heads(t, c);
    for (size_t r = 0; r < c->nrows; r++) {
        const size_t first = next;

        cluster_open_row(t, c, r, &next);
        table_shade(t, s, c->nodes[r], y, c->heights[r]);
        for (size_t i = first; i < next; i++) {
            add_cell(t, s, &c->cells[i], y);
            table_drawn_place(t, s, c->cells[i].cell, c->cells[i].column, y,
                              c->nodes[r]->parent->level == GROUP_HEAD
                                  ? c->cells[i].beside
                                  : c->heights[r]);
        }
        y += c->heights[r];
        table_rule(t, c, s, r, y);
    }
    flow_emit(f, s);
}
