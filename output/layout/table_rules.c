#include "output/layout/table_cluster.h"

#define RULE 500        /* milli-points: between rows */
#define HEAD_GAP 12000  /* between the rules of headings over columns */
#define HEAVY_RULE 1000 /* under a head, above a total */
#define BAND_RULE 1500  /* between bands of a matrix */

static bool is_shaded(const struct doc_node *row)
{
    return row->parent->level == GROUP_HEAD || row->role == ROLE_GROUP_TITLE;
}

/* Words stand on no ground and in no boxes. */
static bool is_plain(const struct table_layout *t)
{
    return t->m->style->house->look.table_head != HEAD_TINT &&
           !t->node->u.table->form;
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

/* Where another band begins, over the rule between the cells. */
static void add_edges(struct table_layout *t, struct box *s,
                      const struct doc_node *row, int32_t y, int32_t height)
{
    const uint32_t colour = t->m->style->house->colours.text;
    const struct doc_node *cell = row->first;

    for (uint32_t i = 0; cell != NULL && i < t->ncolumns;
         i++, cell = cell->next) {
        const int32_t width = t->edges[i + 1] - t->edges[i];
        const int32_t above[4] = {t->edges[i] - RULE, y - BAND_RULE + RULE,
                                  width + BAND_RULE, BAND_RULE};
        const int32_t before[4] = {t->edges[i] - RULE, y, BAND_RULE, height};

        if ((cell->u.cell.edges & EDGE_ABOVE) != 0)
            add_fill(t, s, ARTIFACT_RULE, colour, above);
        if ((cell->u.cell.edges & EDGE_BEFORE) != 0)
            add_fill(t, s, ARTIFACT_RULE, colour, before);
    }
}

/* Whether the left edge of COLUMN is within a cell of ROW over several. */
static bool is_within(const struct doc_node *row, uint32_t column)
{
    uint32_t at = 0;

    for (const struct doc_node *cell = row->first; cell != NULL && at < column;
         cell = cell->next) {
        const uint32_t from = at;

        at += cell->u.cell.columns > 1 ? cell->u.cell.columns : 1;
        if (from < column && column < at)
            return true;
    }
    return false;
}

/* Cells of ROW that are boxes; the first of all closes them above. */
static void add_box_lines(struct table_layout *t, struct box *s,
                          const struct doc_node *row, int32_t y, int32_t height)
{
    const uint32_t colour = t->m->style->house->colours.rule;
    const bool wide = row->first != NULL && row->first->next == NULL;
    const int32_t above[4] = {row_left(t), y, row_width(t), RULE};

    if (!table_is_boxed(t))
        return;
    if (row == row->parent->first && row->parent->level == GROUP_HEAD)
        add_fill(t, s, ARTIFACT_RULE, colour, above);
    for (uint32_t i = 0; i <= t->ncolumns; i++) {
        const int32_t x = t->edges[i] - (i == t->ncolumns ? RULE : 0);
        const int32_t beside[4] = {x, y, RULE, height};

        if (!is_within(row, i) && (!wide || i == 0 || i == t->ncolumns))
            add_fill(t, s, ARTIFACT_RULE, colour, beside);
    }
    add_edges(t, s, row, y, height);
}

/* The column that is recommended has a ground and a line around it. */
static void mark_column(struct table_layout *t, struct box *s,
                        const struct doc_node *row, int32_t y, int32_t height)
{
    const struct house_colours *colours = &t->m->style->house->colours;
    const uint32_t column = t->node->u.table->marked;
    const int32_t beside = t->padding - t->padding_left;
    const bool first =
        row == row->parent->first && row->parent->level == GROUP_HEAD;
    const bool last = table_row_after(row) == NULL;
    int32_t left;
    int32_t width;

    if (column == 0 || column >= t->ncolumns)
        return;
    left = t->edges[column] - beside;
    width =
        t->edges[column + 1] - left - (column + 1 < t->ncolumns ? beside : 0);
    add_fill(t, s, ARTIFACT_BACKGROUND, colours->tint,
             (const int32_t[4]){left, y, width, height});
    add_fill(t, s, ARTIFACT_RULE, colours->accent,
             (const int32_t[4]){left, y, HEAVY_RULE, height});
    add_fill(
        t, s, ARTIFACT_RULE, colours->accent,
        (const int32_t[4]){left + width - HEAVY_RULE, y, HEAVY_RULE, height});
    if (first)
        add_fill(t, s, ARTIFACT_RULE, colours->accent,
                 (const int32_t[4]){left, y, width, HEAVY_RULE});
    if (last)
        add_fill(t, s, ARTIFACT_RULE, colours->accent,
                 (const int32_t[4]){left, y + height - HEAVY_RULE, width,
                                    HEAVY_RULE});
}

void table_shade(struct table_layout *t, struct box *s,
                 const struct doc_node *row, int32_t y, int32_t height)
{
    const int32_t box[4] = {row_left(t), y, row_width(t), height};

    if (is_shaded(row) && t->m->style->house->look.table_head == HEAD_TINT)
        add_fill(t, s, ARTIFACT_BACKGROUND,
                 t->m->style->house->colours.table_head, box);
    mark_column(t, s, row, y, height);
    add_box_lines(t, s, row, y, height);
}

const struct doc_node *table_row_printed(const struct doc_node *row)
{
    while (row != NULL && row->medium == MEDIUM_SCREEN)
        row = row->next;
    return row;
}

const struct doc_node *table_row_after(const struct doc_node *row)
{
    const struct doc_node *group = row->parent->next;
    const struct doc_node *next = table_row_printed(row->next);

    while (next == NULL && group != NULL) {
        next = table_row_printed(group->first);
        group = group->next;
    }
    return next;
}

/* Below a head, above a total, and at the end below that of the whole table;
   the total of a group that has its name above it ends the group, as a row
   does. */
static bool is_heavy(const struct doc_node *row, const struct doc_node *next)
{
    if (row->parent->level == GROUP_HEAD)
        return row->next == NULL;
    if (next == NULL)
        return row->parent->level == GROUP_FOOT;
    if (next->parent->level == GROUP_FOOT)
        return true;
    return next->role == ROLE_TOTAL &&
           (next->parent != row->parent ||
            next->parent->first->role != ROLE_GROUP_TITLE);
}

/* The rule at Y below ROW from column FROM up to TO. */
static void rule(struct table_layout *t, struct box *s,
                 const struct doc_node *row, int32_t y, uint32_t from,
                 uint32_t to)
{
    const struct house_colours *colours = &t->m->style->house->colours;
    const struct doc_node *next = table_row_after(row);
    const bool heavy = is_heavy(row, next);
    const int32_t thick = heavy ? HEAVY_RULE : RULE;
    const int32_t box[4] = {t->edges[from], y - thick,
                            t->edges[to] - t->edges[from], thick};

    add_fill(t, s, ARTIFACT_RULE, heavy ? colours->secondary : colours->rule,
             box);
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
            !doc_cell_is_blank(box->cell))
            add_fill(t, s, ARTIFACT_RULE, t->m->style->house->colours.rule,
                     place);
        column = to;
    }
}

void table_rule(struct table_layout *t, struct cluster *c, struct box *s,
                size_t row, int32_t y)
{
    uint32_t from = 0;

    if (c->nodes[row]->role == ROLE_GROUP_TITLE &&
        c->nodes[row]->next != NULL && is_plain(t))
        return; /* its rows follow */
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
