#include "core/base/mem.h"
#include "output/layout/table_cluster.h"

#define ROWS_FEW                                                               \
    2                 /* on either side, of a table that has not twice         \
                         ROWS_LEAST */
#define WRITING 45354 /* milli-points, 16 mm: a blank cell to write in */
#define MATRIX_CELL 34000
#define TALL_PART 8  /* two rows of this part of a page may stand alone, */
#define ALONE_PART 4 /* and one of this */

static bool says_nothing(const struct doc_node *cell)
{
    struct doc_walk w = doc_walk(cell);

    while (doc_walk_next(&w)) {
        if (doc_is_text(w.node) && w.node->text.len > 0)
            return false;
    }
    return true;
}

/* What stays free right of BOX, so that its figure, or what heads figures, ends
   where those do that marks of notes follow. */
static int32_t free_right(struct table_layout *t, const struct cell_box *box,
                          const struct text_style *style, int32_t width)
{
    const int32_t hangs = t->hangs[box->column];
    int32_t own = 0;

    if (hangs == 0 || box->columns > 1 || style->align != ALIGN_END)
        return 0;
    if (block_holds_inlines(box->cell)) {
        inline_atoms(t->m, box->cell, style, false);
        own = line_hanging(t->m);
        if (line_extent(t->m).max > width) /* of several lines the last alone
                                              has marks */
            own = 0;
    }
    return own < hangs ? hangs - own : 0;
}

static void lay_cell(struct table_layout *t, const struct flow *outer,
                     struct cell_box *box)
{
    const struct text_style style = table_cell_style(t, box->cell, box->column);
    const int32_t above = table_title_space(t, box->cell->parent);
    int32_t left = t->edges[box->column] + t->padding_left +
                   table_indent(box->cell, box->column);
    int32_t right = table_content_right(t, box->column + box->columns - 1);
    int32_t drawn;
    struct flow f;

    if (box->below) {
        box->lines = table_below_lines(t, outer, box->cell, box->column);
        box->height = boxes_height(&box->lines);
        return;
    }
    table_words_place(t, box->cell, box->column, &left, &right);
    right -= free_right(t, box, &style, right - left);
    flow_init(&f, t->m, &style, left, right);
    f.compact = true;
    f.landscape = outer->landscape;
    flow_target(&f, box->cell);
    flow_content(&f, box->cell);
    if (f.targets != NULL)
        flow_emit(&f, box_new(t->m, 0));
    box->lines = f.out;
    box->top = above;
    box->height = boxes_height(&f.out) + 2 * t->padding_above + above;
    drawn = table_drawn_height(t, box->cell, box->column);
    box->height = drawn > box->height ? drawn : box->height;
    if (t->node->u.table->form && box->height < WRITING &&
        says_nothing(box->cell))
        box->height = WRITING;
    if (t->node->u.table->matrix && box->cell->u.cell.scope == SCOPE_NONE &&
        box->height < MATRIX_CELL)
        box->height = MATRIX_CELL;
}

static bool add_row(struct table_layout *t, const struct flow *outer,
                    struct cluster *c, struct table_grid *grid,
                    const struct doc_node *row)
{
    struct layout_parts *m = t->m;

    if (!scratch_room(m, (void **)&c->nodes, &c->nodes_capacity, c->nrows + 1,
                      sizeof(const struct doc_node *)))
        return false;
    c->nodes[c->nrows] = row;
    table_grid_row(grid);
    for (const struct doc_node *n = row->first; n != NULL; n = n->next) {
        struct cell_box *box;

        if (!scratch_room(m, (void **)&c->cells, &c->cells_capacity,
                          c->ncells + 1, sizeof(*c->cells)))
            return false;
        box = &c->cells[c->ncells];
        *box = (struct cell_box){.cell = n, .row = (uint32_t)c->nrows};
        if (!table_grid_cell(grid, n, &box->column, &box->columns))
            break;
        box->below = table_is_below(t, box->column, box->columns);
        box->rows = n->u.cell.rows == 0 || box->below ? 1 : n->u.cell.rows;
        lay_cell(t, outer, box);
        c->ncells++;
    }
    c->nrows++;
    return layout_ok(m);
}

/* --- in order --- */

bool table_has_foot(const struct doc_node *table)
{
    const struct doc_node *next = table->next;

    while (next != NULL &&
           (next->kind == DOC_NOTE || next->medium == MEDIUM_SCREEN))
        next = next->next;
    return next != NULL && next->role == ROLE_FOOT;
}

/* A head goes with its rows, a group's title with the group, a total with what
   it totals, and the last row with what stands below the table. */
static enum keep keep_after(const struct doc_node *row)
{
    const struct doc_node *next = table_row_after(row);

    if (next == NULL)
        return table_has_foot(row->parent->parent) ? KEEP_FIRM : KEEP_NOT;
    if (row->parent->level == GROUP_HEAD || row->role == ROLE_GROUP_TITLE)
        return KEEP_STRONG;
    if (next->role == ROLE_TOTAL || next->parent->level == GROUP_FOOT)
        return KEEP_FIRM;
    return KEEP_NOT;
}

/* After rows of HEIGHT, of which ROW is the last: three rows are the least on
   either side of the end of a page, or two below a group's title. */
static enum keep keep_rows(const struct table_layout *t,
                           const struct doc_node *row, int64_t height)
{
    const enum keep keep = keep_after(row);
    const size_t left = t->nrows - t->rows_made;
    const bool first = row->parent->first->role == ROLE_GROUP_TITLE &&
                       row->parent->first->next == row;

    if (keep != KEEP_NOT || left == 0 || t->page == INT32_MAX)
        return keep;
    if (t->rows_made >= ROWS_LEAST && left >= ROWS_LEAST && !first)
        return keep;
    if (t->nrows < 2 * ROWS_LEAST && t->rows_made >= ROWS_FEW &&
        left >= ROWS_FEW && !first)
        return KEEP_WHOLE;
    if (t->rows_made >= ROWS_FEW && left >= ROWS_FEW && !first)
        return height > t->page / TALL_PART ? KEEP_WHOLE : KEEP_FIRM;
    return height > t->page / ALONE_PART ? KEEP_WHOLE : KEEP_FIRM;
}

/* Whether the first column of a group's rows is blank below the first. */
static bool is_blank_below(const struct doc_node *row)
{
    if (row != row->parent->first || row->next == NULL)
        return false;
    while ((row = row->next) != NULL) {
        if (row->role != ROLE_TOTAL &&
            (row->first == NULL || !says_nothing(row->first)))
            return false;
    }
    return true;
}

/* The cell of ROW that names the rows after it; or NULL. */
static const struct doc_node *naming_cell(const struct doc_node *row)
{
    const struct doc_node *cell = row->first;

    if (cell == NULL)
        return NULL;
    if (row->role != ROLE_GROUP_TITLE)
        return cell->u.cell.rows <= 1 && is_blank_below(row) ? cell : NULL;
    while (cell->next != NULL && says_nothing(cell))
        cell = cell->next;
    return cell;
}

static void emit_cluster(struct table_layout *t, struct flow *f,
                         struct cluster *c)
{
    const struct doc_node *last = c->nodes[c->nrows - 1];
    const int32_t above = f->repeat == NULL ? 0 : f->repeat->height;
    int64_t height = 0;
    enum keep keep;

    if (!cluster_heights(t, c, &height) ||
        !scratch_room(t->m, (void **)&c->open, &c->open_capacity, t->ncolumns,
                      sizeof(struct cell_box *)))
        return;
    for (uint32_t i = 0; i < t->ncolumns; i++)
        c->open[i] = NULL;
    if (last->parent->level != GROUP_HEAD)
        t->rows_made += c->nrows;
    keep = keep_rows(t, last, height);
    if (height <= t->page - above || c->ncells == 0)
        cluster_whole(t, f, c, (int32_t)height, keep);
    else
        cluster_split(t, f, c, keep);
    if (f->repeat != NULL && naming_cell(last) != NULL)
        f->repeat = table_again(t, &t->repeat, naming_cell(last), AGAIN_GROUP);
    c->nrows = 0;
    c->ncells = 0;
}

void table_rows(struct table_layout *t, struct flow *f,
                const struct doc_node *group)
{
    struct cluster c = {.nodes = NULL};
    struct table_grid grid;
    uint32_t held = 0; /* rows that a span still holds to these */

    if (!table_grid_init(&grid, t->ncolumns))
        arena_fail(t->m->arena, ST_NOMEM);
    if (f->repeat != NULL)
        f->repeat = &t->repeat; /* no more below the last group's title */
    for (const struct doc_node *row = table_row_printed(group->first);
         row != NULL && layout_ok(t->m); row = table_row_printed(row->next)) {
        const size_t first = c.ncells;

        flow_target(f, row);
        if (!add_row(t, f, &c, &grid, row))
            break;
        held = held > 0 ? held - 1 : 0;
        for (size_t i = first; i < c.ncells; i++) {
            if (c.cells[i].rows - 1 > held)
                held = c.cells[i].rows - 1;
        }
        if (held == 0 || table_row_printed(row->next) == NULL)
            emit_cluster(t, f, &c);
    }
    table_grid_free(&grid);
    mem_free(c.nodes);
    mem_free(c.heights);
    mem_free(c.cells);
    mem_free(c.open);
}
