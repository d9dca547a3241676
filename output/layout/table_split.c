#include "output/layout/table_cluster.h"

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
    table_shade(t, s, row, 0, s->height);
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

void cluster_split(struct table_layout *t, struct flow *f, struct cluster *c,
                   enum keep keep)
{
    const struct page_repeat *repeat = f->repeat;
    size_t next = 0;

    report_tall_row(t, c);
    for (size_t r = 0; r < c->nrows && layout_ok(t->m); r++) {
        const struct page_repeat *again;
        size_t left;
        size_t made = 0;
        bool more = true;

        cluster_open_row(t, c, r, &next);
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
                table_rule(t, c, s, r, s->height);
                s->keep = (uint8_t)(r + 1 == c->nrows ? keep : KEEP_NOT);
            }
            emit_band(t, f, s, c->nodes[r]);
            f->repeat = again;
        }
        f->repeat = repeat;
    }
}
