#include "core/base/mem.h"
#include "output/layout/table_parts.h"

#define RULE 500        /* milli-points: between rows */
#define HEAD_GAP 12000  /* between the rules of headings over columns */
#define HEAVY_RULE 1000 /* under a head, above a total */
#define ROWS_LEAST 3    /* on either side of the end of a page, */
#define ROWS_FEW 2      /* of a table that has not twice as many */
#define TALL_PART 8     /* a row of this part of a page may stand alone */

/* A cell of the rows at hand. */
struct cell_box {
    const struct doc_node *cell;
    uint32_t row; /* among the rows at hand */
    uint32_t rows;
    uint32_t column;
    uint32_t columns;
    int32_t height; /* with what is above and below its content */
    int32_t top;    /* below that of its row */
    int32_t beside; /* how high its row is without what stands below it */
    bool below;     /* the other cells of its row */
    struct boxes lines;
};

/* Rows that spans hold together: most often one. */
struct cluster {
    const struct doc_node **nodes;
    int32_t *heights;
    size_t nrows, nodes_capacity, heights_capacity;
    struct cell_box *cells;
    size_t ncells, cells_capacity;
    struct cell_box **open; /* by column: the cell that is being split */
    size_t open_capacity;
};

static bool is_shaded(const struct doc_node *row)
{
    return row->parent->level == GROUP_HEAD || row->role == ROLE_GROUP_TITLE;
}

static int32_t row_left(const struct table_layout *t)
{
    return t->edges[0];
}

static int32_t row_width(const struct table_layout *t)
{
    return t->edges[t->ncolumns] - t->edges[0];
}

static void add_fill(struct table_layout *t, struct box *s,
                     enum layout_artifact artifact, uint32_t colour,
                     const int32_t box[4])
{
    struct layout_item *fill =
        item_fill(t->m, artifact,
                  artifact == ARTIFACT_BACKGROUND ? t->node : NULL, colour);

    if (fill == NULL)
        return;
    fill->x = box[0];
    fill->y = box[1];
    fill->width = box[2];
    fill->height = box[3];
    box_item(s, fill);
}

static void shade(struct table_layout *t, struct box *s,
                  const struct doc_node *row, int32_t y, int32_t height)
{
    const int32_t box[4] = {row_left(t), y, row_width(t), height};

    if (is_shaded(row) && t->m->style->house->look.table_head == HEAD_TINT)
        add_fill(t, s, ARTIFACT_BACKGROUND,
                 t->m->style->house->colours.table_head, box);
}

static const struct doc_node *row_after(const struct doc_node *row)
{
    const struct doc_node *group = row->parent->next;

    if (row->next != NULL)
        return row->next;
    while (group != NULL && group->first == NULL)
        group = group->next;
    return group == NULL ? NULL : group->first;
}

/* The rule at Y below ROW from column FROM up to TO. */
static void rule(struct table_layout *t, struct box *s,
                 const struct doc_node *row, int32_t y, uint32_t from,
                 uint32_t to)
{
    const struct house_colours *colours = &t->m->style->house->colours;
    const struct doc_node *next = row_after(row);
    const bool heavy =
        (row->parent->level == GROUP_HEAD && row->next == NULL) ||
        (next != NULL &&
         (next->role == ROLE_TOTAL || next->parent->level == GROUP_FOOT));
    const int32_t thick = heavy ? HEAVY_RULE : RULE;
    const int32_t box[4] = {t->edges[from], y - thick,
                            t->edges[to] - t->edges[from], thick};

    add_fill(t, s, ARTIFACT_RULE, heavy ? colours->secondary : colours->rule,
             box);
}

/* --- gathering rows --- */

static void lay_cell(struct table_layout *t, const struct flow *outer,
                     struct cell_box *box)
{
    const struct text_style style = table_cell_style(t, box->cell, box->column);
    int32_t left = t->edges[box->column] + t->padding_left;
    int32_t right =
        t->edges[box->column + box->columns] - 2 * t->padding + t->padding_left;
    int32_t drawn;
    struct flow f;

    if (box->below) {
        box->lines = table_below_lines(t, outer, box->cell, box->column);
        box->height = boxes_height(&box->lines);
        return;
    }
    table_words_place(t, box->cell, box->column, &left, &right);
    flow_init(&f, t->m, &style, left, right);
    f.compact = true;
    f.landscape = outer->landscape;
    flow_target(&f, box->cell);
    flow_content(&f, box->cell);
    if (f.targets != NULL)
        flow_emit(&f, box_new(t->m, 0));
    box->lines = f.out;
    box->height = boxes_height(&f.out) + 2 * t->padding_above;
    drawn = table_drawn_height(t, box->cell, box->column);
    box->height = drawn > box->height ? drawn : box->height;
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

/* --- rows that fit on a page: one box --- */

/* What stands below the other cells makes their rows higher. Drawings reach
   down beside it, but for the words that head them. */
static void add_below(const struct table_layout *t, struct cluster *c)
{
    for (size_t i = 0; i < c->ncells; i++)
        c->cells[i].beside = c->heights[c->cells[i].row];
    for (size_t i = 0; i < c->ncells; i++) {
        struct cell_box *box = &c->cells[i];

        if (!box->below)
            continue;
        box->top = c->heights[box->row] - 2 * t->padding_above;
        c->heights[box->row] += box->height;
    }
}

/* How high each row must be. What a spanning cell lacks, its last row gets. */
static bool find_heights(struct table_layout *t, struct cluster *c,
                         int64_t *height)
{
    if (!scratch_room(t->m, (void **)&c->heights, &c->heights_capacity,
                      c->nrows, sizeof(*c->heights)))
        return false;
    *height = 0;
    for (size_t r = 0; r < c->nrows; r++)
        c->heights[r] = style_height(&t->style) + 2 * t->padding_above;
    for (size_t i = 0; i < c->ncells; i++) {
        const struct cell_box *box = &c->cells[i];

        if (box->rows == 1 && !box->below && box->height > c->heights[box->row])
            c->heights[box->row] = box->height;
    }
    add_below(t, c);
    for (size_t i = 0; i < c->ncells; i++) {
        const struct cell_box *box = &c->cells[i];
        int64_t missing = box->height;
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

/* A heading over some columns has a rule of its own: as wide as they are, with
   a gap before the next. */
static void rule_below_heads(struct table_layout *t, struct cluster *c,
                             struct box *s, size_t row, int32_t y)
{
    for (uint32_t column = 0; column < t->ncolumns;) {
        const struct cell_box *box = c->open[column];
        uint32_t to = column + 1;
        int32_t place[4] = {t->edges[column], y - RULE, 0, RULE};

        while (to < t->ncolumns && c->open[to] == box)
            to++;
        place[2] =
            t->edges[to] - t->edges[column] - (to < t->ncolumns ? HEAD_GAP : 0);
        if (box != NULL && !box->below && box->row + box->rows <= row + 1 &&
            box->cell->first != NULL)
            add_fill(t, s, ARTIFACT_RULE, t->m->style->house->colours.rule,
                     place);
        column = to;
    }
}

/* The rule between a row and the next, except across cells that span both. */
static void rule_around_spans(struct table_layout *t, struct cluster *c,
                              struct box *s, size_t row, int32_t y)
{
    uint32_t from = 0;

    if (c->nodes[row]->parent->level == GROUP_HEAD &&
        c->nodes[row]->next != NULL) {
        rule_below_heads(t, c, s, row, y);
        return;
    }
    for (uint32_t column = 0; column <= t->ncolumns; column++) {
        const struct cell_box *box =
            column < t->ncolumns ? c->open[column] : NULL;

        if (column < t->ncolumns &&
            (box == NULL || box->row + box->rows <= row + 1))
            continue;
        if (column > from)
            rule(t, s, c->nodes[row], y, from, column);
        from = column + 1;
    }
}

/* Keeps c->open: the cell that each column of ROW belongs to. *NEXT is the
   first cell that begins in it or later. */
static void open_row(const struct table_layout *t, struct cluster *c,
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

/* Headings stand at the foot of the head, next to what they head. */
static void lower_heads(const struct table_layout *t, struct cluster *c)
{
    for (size_t i = 0; i < c->ncells && table_count_below(t) == 0; i++) {
        struct cell_box *box = &c->cells[i];
        int32_t room = 0;

        if (c->nodes[box->row]->parent->level != GROUP_HEAD)
            continue;
        for (uint32_t r = 0; r < box->rows && box->row + r < c->nrows; r++)
            room += c->heights[box->row + r];
        if (room > box->height)
            box->top = room - box->height;
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

static void emit_whole(struct table_layout *t, struct flow *f,
                       struct cluster *c, int32_t height, enum keep keep)
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

        open_row(t, c, r, &next);
        shade(t, s, c->nodes[r], y, c->heights[r]);
        for (size_t i = first; i < next; i++) {
            add_cell(t, s, &c->cells[i], y);
            table_drawn_place(t, s, c->cells[i].cell, c->cells[i].column, y,
                              c->nodes[r]->parent->level == GROUP_HEAD
                                  ? c->cells[i].beside
                                  : c->heights[r]);
        }
        y += c->heights[r];
        rule_around_spans(t, c, s, r, y);
    }
    flow_emit(f, s);
}

/* --- rows that are taller than a page: a box for each line --- */

static bool must_go_on(const struct table_layout *t, const struct cluster *c,
                       size_t row)
{
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const struct cell_box *box = c->open[i];
        const bool ends_here =
            box != NULL &&
            (box->row + box->rows <= row + 1 || row + 1 == c->nrows);

        if (ends_here && box->lines.first != NULL)
            return true;
    }
    return false;
}

/* The first column whose cell stands below the others, which have no more
   lines; or the table's number of columns. */
static uint32_t column_below(const struct table_layout *t,
                             const struct cluster *c)
{
    uint32_t found = t->ncolumns;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const struct cell_box *box = c->open[i];

        if (box == NULL || box->lines.first == NULL)
            continue;
        if (!box->below)
            return t->ncolumns;
        found = found < i ? found : i;
    }
    return found;
}

/* The next line of every cell that has one, side by side; then those of each
   that stands below. */
static struct box *take_band(struct table_layout *t, struct cluster *c,
                             bool first)
{
    struct box *s = box_new(t->m, 0);
    const int32_t above = first ? t->padding_above : 0;
    const uint32_t below = column_below(t, c);

    if (s == NULL)
        return NULL;
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        struct cell_box *box = c->open[i];
        struct box *line;
        int32_t bottom;

        if (box == NULL || box->column != i || (box->below && i != below) ||
            (line = boxes_take(&box->lines)) == NULL)
            continue;
        bottom = above + (first ? 0 : line->space) + line->height;
        s->height = bottom > s->height ? bottom : s->height;
        box_merge(t->m, s, line, bottom - line->height);
    }
    return s;
}

static void emit_band(struct table_layout *t, struct flow *f, struct box *s,
                      const struct doc_node *row)
{
    struct layout_item *first = s->first;
    struct layout_item *last = s->last;

    s->first = NULL;
    s->last = NULL;
    shade(t, s, row, 0, s->height);
    if (first != NULL) {
        box_item(s, first);
        s->last = last;
    }
    flow_emit(f, s);
}

/* The lines of the cell of ROW that has most. */
static size_t count_bands(const struct table_layout *t, const struct cluster *c)
{
    size_t most = 0;
    size_t below = 0;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        size_t count = 0;

        if (c->open[i] == NULL || c->open[i]->column != i)
            continue;
        for (const struct box *s = c->open[i]->lines.first; s != NULL;
             s = s->next)
            count++;
        if (c->open[i]->below)
            below += count;
        else
            most = count > most ? count : most;
    }
    return most + below;
}

/* What stands above the lines of ROW that go on. */
static const struct page_repeat *row_again(struct table_layout *t,
                                           const struct flow *f,
                                           const struct doc_node *row)
{
    if (f->repeat == NULL || row->first == NULL ||
        row->first->u.cell.scope != SCOPE_ROW)
        return f->repeat;
    return table_again(t, f->repeat, row->first, AGAIN_ROW);
}

/* A line of ROW: MADE before it, LEFT after it. */
static void finish_band(const struct table_layout *t, struct box *s,
                        size_t made, size_t left)
{
    s->keep = made + 1 < ROWS_LEAST || left < ROWS_LEAST ? KEEP_FIRM : KEEP_NOT;
    s->open_above = made > 0 ? t->padding_above : 0;
    s->open_below = t->padding_above;
}

static void emit_split(struct table_layout *t, struct flow *f,
                       struct cluster *c, enum keep keep)
{
    const struct page_repeat *repeat = f->repeat;
    size_t next = 0;

    for (size_t r = 0; r < c->nrows && layout_ok(t->m); r++) {
        const struct page_repeat *again;
        size_t left;
        size_t made = 0;
        bool more = true;

        open_row(t, c, r, &next);
        left = count_bands(t, c);
        again = row_again(t, f, c->nodes[r]);
        while (more && layout_ok(t->m)) {
            struct box *s = take_band(t, c, made == 0);

            if (s == NULL)
                return;
            more = must_go_on(t, c, r);
            left = left > 0 ? left - 1 : 0;
            finish_band(t, s, made++, left);
            if (!more) {
                s->height += t->padding_above;
                s->open_below = 0;
                rule_around_spans(t, c, s, r, s->height);
                s->keep = (uint8_t)(r + 1 == c->nrows ? keep : KEEP_NOT);
            }
            emit_band(t, f, s, c->nodes[r]);
            f->repeat = again;
        }
        f->repeat = repeat;
    }
}

static void report_tall_row(struct table_layout *t, const struct cluster *c)
{
    const struct cell_box *tallest = &c->cells[0];

    if (t->m->artifact != ARTIFACT_NONE)
        return;
    for (size_t i = 1; i < c->ncells; i++) {
        if (c->cells[i].height > tallest->height)
            tallest = &c->cells[i];
    }
    finding(t->m->findings, FINDING_TALL_CELL, tallest->cell->at,
            c->nrows == 1
                ? "this row of the table is taller than a page and was split"
                : "rows that share a cell are together taller than a page "
                  "and were split");
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
    const struct doc_node *next = row_after(row);

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
        return KEEP_WEAK;
    return height > t->page / TALL_PART ? KEEP_WEAK : KEEP_FIRM;
}

static bool says_nothing(const struct doc_node *cell)
{
    struct doc_walk w = doc_walk(cell);

    while (doc_walk_next(&w)) {
        if (w.node->kind == DOC_TEXT && w.node->text.len > 0)
            return false;
    }
    return true;
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

    if (!find_heights(t, c, &height) ||
        !scratch_room(t->m, (void **)&c->open, &c->open_capacity, t->ncolumns,
                      sizeof(struct cell_box *)))
        return;
    for (uint32_t i = 0; i < t->ncolumns; i++)
        c->open[i] = NULL;
    if (last->parent->level != GROUP_HEAD)
        t->rows_made += c->nrows;
    keep = keep_rows(t, last, height);
    if (height <= t->page - above || c->ncells == 0) {
        emit_whole(t, f, c, (int32_t)height, keep);
    } else {
        report_tall_row(t, c);
        emit_split(t, f, c, keep);
    }
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
    for (const struct doc_node *row = group->first;
         row != NULL && layout_ok(t->m); row = row->next) {
        const size_t first = c.ncells;

        flow_target(f, row);
        if (!add_row(t, f, &c, &grid, row))
            break;
        held = held > 0 ? held - 1 : 0;
        for (size_t i = first; i < c.ncells; i++) {
            if (c.cells[i].rows - 1 > held)
                held = c.cells[i].rows - 1;
        }
        if (held == 0 || row->next == NULL)
            emit_cluster(t, f, &c);
    }
    table_grid_free(&grid);
    mem_free(c.nodes);
    mem_free(c.heights);
    mem_free(c.cells);
    mem_free(c.open);
}
