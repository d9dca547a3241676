#include "output/layout/table_parts.h"

#define SIZE_LEAST 9000 /* milli-points: no table is set smaller */
#define SIZE_STEP 500
#define PADDING_LEAST 2500 /* milli-points: beside what is in a dense table */
#define SLACK 8 /* milli-points: for what rounding each word may add */
#define WIDTH_MAX (1 << 28)
#define LINES_GOOD 4 /* that words of a cell should take, */
#define LINES_MOST 8 /* and these where more columns want room */

/* What the cells over COLUMNS columns from FIRST on need together. */
struct span_need {
    struct span_need *next;
    uint32_t first;
    uint32_t columns;
    struct extent need;
};

struct measure {
    struct extent *columns; /* at the style's size, without padding */
    int32_t lines;          /* that no cell should take more of; 0: any */
    struct span_need *spans;
};

static void widen(struct extent *e, struct extent by)
{
    e->min = by.min > e->min ? by.min : e->min;
    e->max = by.max > e->max ? by.max : e->max;
    e->max = e->min > e->max ? e->min : e->max;
}

/* A cell of blocks: its widest line, with what lists and quotes indent it. */
static struct extent blocks_extent(struct layout_parts *m,
                                   const struct doc_node *cell,
                                   const struct text_style *style)
{
    struct doc_walk w = doc_walk(cell);
    struct extent e = {0, 0};
    int32_t indents[FLOW_DEPTH_MAX];
    size_t depth = 0;
    int32_t indent = 0;

    while (doc_walk_next(&w)) {
        const struct doc_node *n = w.node;
        const bool list = n->kind == DOC_LIST;

        if (n->kind == DOC_TABLE || n->kind == DOC_FIELD_LIST) {
            doc_walk_skip(&w);
        } else if ((list || n->kind == DOC_QUOTE) && w.entering) {
            if (depth == FLOW_DEPTH_MAX || indent > WIDTH_MAX)
                break;
            indents[depth++] = indent;
            indent +=
                list ? block_label_column(m, n, style, m->sizes->list_indent)
                     : m->sizes->list_indent;
        } else if ((list || n->kind == DOC_QUOTE) && depth > 0) {
            indent = indents[--depth];
        } else if (w.entering && block_holds_inlines(n)) {
            struct extent inner;

            inline_atoms(m, n, style, n->kind == DOC_ITEM);
            inner = line_extent(m);
            widen(&e, (struct extent){inner.min + indent, inner.max + indent});
            doc_walk_skip(&w);
        }
    }
    return e;
}

static struct extent cell_extent(struct table_layout *t,
                                 const struct doc_node *cell, uint32_t column)
{
    const struct text_style style = table_cell_style(t, cell, column);
    struct extent e;

    if (block_holds_inlines(cell)) {
        inline_atoms(t->m, cell, &style, false);
        e = line_extent(t->m);
    } else {
        e = blocks_extent(t->m, cell, &style);
    }
    if (!t->columns[column].nowrap || cell->u.cell.columns > 1)
        return e;
    if (cell->u.cell.scope == SCOPE_NONE)
        e.min = e.max;
    else if (cell->u.cell.scope == SCOPE_COLUMN) /* better in two lines than
                                                    the words beside it */
        e.max = e.max / 2 > e.min ? e.max / 2 : e.min;
    return e;
}

static void note_span(struct table_layout *t, struct measure *me,
                      uint32_t first, uint32_t columns, struct extent need)
{
    struct span_need *s = me->spans;

    while (s != NULL && (s->first != first || s->columns != columns))
        s = s->next;
    if (s == NULL) {
        s = arena_alloc(t->m->arena, 1, sizeof(*s));
        if (s == NULL)
            return;
        s->first = first;
        s->columns = columns;
        s->next = me->spans;
        me->spans = s;
    }
    widen(&s->need, need);
}

static void measure_row(struct table_layout *t, struct measure *me,
                        struct table_grid *grid, const struct doc_node *row)
{
    table_grid_row(grid);
    for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
        uint32_t column;
        uint32_t span;

        if (!table_grid_cell(grid, c, &column, &span))
            return;
        if (span == 1)
            widen(&me->columns[column], cell_extent(t, c, column));
        else
            note_span(t, me, column, span, cell_extent(t, c, column));
    }
}

/* What a span needs beyond its columns is shared out among them evenly. */
static void share_span(struct table_layout *t, struct measure *me,
                       const struct span_need *s)
{
    const int32_t between = (int32_t)(s->columns - 1) * 2 * t->padding;
    int64_t min = between;
    int64_t max = between;

    for (uint32_t i = 0; i < s->columns; i++) {
        min += me->columns[s->first + i].min;
        max += me->columns[s->first + i].max;
    }
    for (uint32_t i = 0; i < s->columns; i++) {
        struct extent *e = &me->columns[s->first + i];
        const int32_t n = (int32_t)s->columns;

        if (s->need.min > min)
            e->min += (int32_t)(s->need.min - min) / n + 1;
        if (s->need.max > max)
            e->max += (int32_t)(s->need.max - max) / n + 1;
        e->max = e->min > e->max ? e->min : e->max;
    }
}

static void measure_table(struct table_layout *t, struct measure *me,
                          struct table_grid *grid)
{
    for (const struct doc_node *g = t->node->first; g != NULL; g = g->next) {
        if (g->kind != DOC_ROW_GROUP)
            continue;
        table_grid_group(grid);
        for (const struct doc_node *row = g->first;
             row != NULL && layout_ok(t->m); row = row->next)
            measure_row(t, me, grid, row);
    }
    for (const struct span_need *s = me->spans; s != NULL; s = s->next)
        share_span(t, me, s);
}

/* --- choosing --- */

/* A width measured at the style's size, at SIZE. */
static int32_t scaled(const struct table_layout *t, int32_t width, int32_t size)
{
    const int64_t whole = t->style.size;

    return (int32_t)(((int64_t)width * size + whole - 1) / whole) + SLACK;
}

/* What column I needs at SIZE, with its padding and what is drawn in it. */
static struct extent need(const struct table_layout *t,
                          const struct measure *me, uint32_t i, int32_t size)
{
    const struct extent drawn = table_drawn_extent(t, i, size);
    const int32_t easy = me->lines > 0 ? me->columns[i].max / me->lines : 0;
    const int32_t min = easy > me->columns[i].min ? easy : me->columns[i].min;

    return (struct extent){
        scaled(t, min, size) + drawn.min + 2 * t->padding,
        scaled(t, me->columns[i].max, size) + drawn.max + 2 * t->padding,
    };
}

struct totals {
    int64_t min;
    int64_t max;
};

static struct totals total(const struct table_layout *t,
                           const struct measure *me, int32_t size)
{
    struct totals sum = {0, 0};

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const struct extent e = need(t, me, i, size);

        sum.min += e.min;
        sum.max += e.max;
    }
    return sum;
}

/*
 * Sets the edges between LEFT and RIGHT as CSS lays out automatic tables: each
 * column gets its least width and then, of what is left, a part in proportion
 * to what it lacks of its greatest; where all have that, a part in
 * proportion to it.
 */
static void share_width(struct table_layout *t, const struct measure *me,
                        int32_t left, int32_t right, int32_t size)
{
    const struct totals sum = total(t, me, size);
    const int64_t width = right - left;
    const bool roomy = width >= sum.max;
    int64_t parts = roomy ? sum.max : sum.max - sum.min;
    int64_t spare = width - (roomy ? sum.max : sum.min);
    int32_t x = left;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const struct extent e = need(t, me, i, size);
        const int64_t part = roomy ? e.max : e.max - e.min;
        const int64_t more = parts == 0 ? 0 : spare * part / parts;

        t->edges[i] = x;
        x += (roomy ? e.max : e.min) + (int32_t)more;
        spare -= more; /* so that the last column ends at RIGHT */
        parts -= part;
    }
    t->edges[t->ncolumns] = right;
}

static int32_t least_size(const struct table_layout *t)
{
    return t->style.size < SIZE_LEAST ? t->style.size : SIZE_LEAST;
}

/* Of a column: room for a character or two at the smallest size. */
static int32_t least_width(const struct table_layout *t)
{
    return 2 * least_size(t) + 2 * t->padding;
}

/* Not even what the columns need least fits: they share what is left beyond
   their least width in proportion to what they need. */
static void share_too_little(struct table_layout *t, const struct measure *me,
                             int32_t left, int32_t right)
{
    const int32_t size = least_size(t);
    const int32_t least = least_width(t);
    int64_t spare = (int64_t)right - left - (int64_t)least * t->ncolumns;
    int64_t parts = 0;
    int32_t x = left;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const int32_t min = need(t, me, i, size).min;

        parts += min > least ? min - least : 0;
    }
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const int32_t min = need(t, me, i, size).min;
        const int64_t part = min > least ? min - least : 0;
        const int64_t more = parts == 0 ? 0 : spare * part / parts;

        t->edges[i] = x;
        x += least + (int32_t)more;
        spare -= more;
        parts -= part;
    }
    t->edges[t->ncolumns] = right;
}

/* The first size, from the house's down, at which the columns fit; or 0. */
static int32_t fitting_size(const struct table_layout *t,
                            const struct measure *me, int32_t width)
{
    for (int32_t size = t->style.size; size >= least_size(t);
         size -= SIZE_STEP) {
        if (total(t, me, size).min <= width)
            return size;
    }
    return 0;
}

static void set_padding(struct table_layout *t, int32_t padding)
{
    t->padding = padding;
    if (t->padding_left > 0) /* else nothing stands left of the content */
        t->padding_left = padding;
}

/* The same with less beside the cells' content, where nothing else fits. */
static int32_t dense_size(struct table_layout *t, const struct measure *me,
                          int32_t width)
{
    const int32_t padding = t->padding;
    int32_t size = fitting_size(t, me, width);

    if (size > 0 || padding <= PADDING_LEAST)
        return size;
    set_padding(t, PADDING_LEAST);
    size = fitting_size(t, me, width);
    if (size == 0)
        set_padding(t, padding);
    return size;
}

/* The widest that the table can be: its place, a page, or a page on its
   side. */
static int32_t widest(const struct table_layout *t, const struct flow *f)
{
    const bool side = t->node->u.table->landscape || f->landscape;
    const int32_t upright = page_text_right(t->m, f->landscape);
    const int32_t right = side ? page_text_right(t->m, true) : upright;

    if (!f->paged)
        return f->right - flow_left(f);
    return (right > upright ? right : upright) - page_text_left(t->m);
}

/* In the table's place or over the page, so that cells take me->lines. */
static bool choose_lines(struct table_layout *t, const struct flow *f,
                         const struct measure *me)
{
    const int32_t left = f->paged ? page_text_left(t->m) : flow_left(f);
    const int32_t right =
        f->paged ? page_text_right(t->m, f->landscape) : f->right;
    int32_t size = t->style.size;

    if (total(t, me, size).min <= f->right - flow_left(f)) {
        share_width(t, me, flow_left(f), f->right, size);
        return true;
    }
    size = fitting_size(t, me, right - left);
    if (size == 0)
        return false;
    share_width(t, me, left, right, size);
    t->style.size = size;
    return true;
}

static bool choose_easy(struct table_layout *t, const struct flow *f,
                        struct measure *me)
{
    for (me->lines = LINES_GOOD; me->lines <= LINES_MOST; me->lines++) {
        if (choose_lines(t, f, me))
            return true;
    }
    me->lines = 0;
    return false;
}

/*
 * So that no cell takes many lines, in its place, over the whole width of the
 * page, or smaller; else in its place at full size; over the page, smaller; on
 * a page on its side where it may; or, at last, with broken words.
 */
static void choose(struct table_layout *t, const struct flow *f,
                   struct measure *me)
{
    const struct layout_parts *m = t->m;
    int32_t left = flow_left(f);
    int32_t right = f->right;
    int32_t size = t->style.size;

    if (choose_easy(t, f, me))
        return;
    if (total(t, me, size).min <= right - left) {
        share_width(t, me, left, right, size);
        return;
    }
    if (f->paged) {
        left = page_text_left(m);
        right = page_text_right(m, f->landscape);
    }
    size = dense_size(t, me, right - left);
    if (size == 0 && right - left < widest(t, f)) {
        t->landscape = true;
        right = left + widest(t, f);
        size = dense_size(t, me, right - left);
    }
    if (size > 0) {
        share_width(t, me, left, right, size);
        t->style.size = size;
    } else {
        if (t->padding > PADDING_LEAST)
            set_padding(t, PADDING_LEAST);
        share_too_little(t, me, left, right);
        t->style.size = least_size(t);
    }
}

/* How wide words are where something is drawn beside them. */
static void keep_words(struct table_layout *t, const struct measure *me,
                       int32_t measured)
{
    const int32_t size = t->style.size;
    struct extent *words;

    if (t->node->u.table->rooms == NULL)
        return;
    words = arena_alloc(t->m->arena, t->ncolumns, sizeof(*words));
    t->words = words;
    t->style.size = measured;
    for (uint32_t i = 0; words != NULL && i < t->ncolumns; i++)
        words[i] = (struct extent){scaled(t, me->columns[i].min, size),
                                   scaled(t, me->columns[i].max, size)};
    t->style.size = size;
}

bool table_fit(struct table_layout *t, const struct flow *f)
{
    struct measure me = {.columns = NULL};
    struct table_grid grid;

    if ((int64_t)t->ncolumns * least_width(t) > widest(t, f)) {
        finding(t->m->findings, FINDING_WIDE_TABLE, t->node->at,
                "a table of %u columns does not fit across a page",
                (unsigned)t->ncolumns);
        return false;
    }
    me.columns = arena_alloc(t->m->arena, t->ncolumns, sizeof(*me.columns));
    t->edges =
        arena_alloc(t->m->arena, (size_t)t->ncolumns + 1, sizeof(*t->edges));
    if (!table_grid_init(&grid, t->ncolumns))
        arena_fail(t->m->arena, ST_NOMEM);
    if (layout_ok(t->m))
        measure_table(t, &me, &grid);
    if (layout_ok(t->m)) {
        const int32_t measured = t->style.size;

        choose(t, f, &me);
        keep_words(t, &me, measured);
    }
    table_grid_free(&grid);
    return layout_ok(t->m);
}
