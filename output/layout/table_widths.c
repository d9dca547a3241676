#include "output/layout/table_parts.h"

#define SIZE_LEAST 9000 /* milli-points: no table is set smaller */
#define SIZE_STEP 500
#define PADDING_LEAST 2500 /* milli-points: beside what is in a dense table */
#define SLACK 8 /* milli-points: for what rounding each word may add */
#define WIDTH_MAX (1 << 28)
#define LINES_NAME 2   /* that names of rows beside figures should take, */
#define LINES_FEW 3    /* that comments on figures should take, */
#define LINES_GOOD 4   /* and other words of a cell, */
#define LINES_MOST 8   /* and these where more columns want room */
#define UNCUT_MOST 9   /* ems that a date or an amount takes, at most */
#define ROOT_SHARES 16 /* parts of a milli-point for each root of one */
#define SHARE_MOST ((int64_t)1 << 24)

/* What the cells over COLUMNS columns from FIRST on need together. */
struct span_need {
    struct span_need *next;
    uint32_t first;
    uint32_t columns;
    struct extent need;
    bool heads; /* one of them heads its columns, and not all of the table */
};

/* What a column may have, and the root of what it would take on one line. */
struct column_share {
    struct extent bounds;
    int64_t root;
};

struct measure {
    struct extent *columns; /* at the style's size, without padding */
    int32_t *indents;       /* by column: what lists and quotes take of them */
    int32_t *uncut; /* by column: of the widest date or the like, at that
                       size, which had better be on one line */
    bool whole;     /* so they are */
    int32_t lines;  /* that no cell should take more of; 0: any */
    struct span_need *spans;
    bool *fixed; /* by column: cells that name rows, or span others */
    bool named;  /* one of them names rows */
    struct column_share *shares; /* by column, while width is shared out */
};

static void widen(struct extent *e, struct extent by)
{
    e->min = by.min > e->min ? by.min : e->min;
    e->max = by.max > e->max ? by.max : e->max;
    e->max = e->min > e->max ? e->min : e->max;
}

/* A cell of blocks: its widest line, with what lists and quotes indent it;
   MOST is no less than the deepest of these indents. */
static struct extent blocks_extent(struct layout_parts *m,
                                   const struct doc_node *cell,
                                   const struct text_style *style,
                                   int32_t *most)
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
            *most = indent > *most ? indent : *most;
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

static struct extent cell_extent(struct table_layout *t, struct measure *me,
                                 const struct doc_node *cell, uint32_t column)
{
    const struct text_style style = table_cell_style(t, cell, column);
    struct extent e;

    if (block_holds_inlines(cell)) {
        inline_atoms(t->m, cell, &style, false);
        e = line_extent(t->m);
    } else {
        e = blocks_extent(t->m, cell, &style, &me->indents[column]);
    }
    if (cell->u.cell.columns > 1)
        return e;
    if (cell->u.cell.scope == SCOPE_COLUMN) /* better in two lines than the
                                               words beside it */
        e.max = e.max / 2 > e.min ? e.max / 2 : e.min;
    else if (t->columns[column].nowrap && cell->u.cell.scope == SCOPE_NONE)
        e.min = e.max;
    return e;
}

/* Whether CELL holds a date, an amount or a reference, by its first letter. */
static bool begins_with_figure(const struct doc_node *cell)
{
    struct doc_walk w = doc_walk(cell);

    while (doc_walk_next(&w)) {
        const struct str text = w.node->text;

        if (w.entering && w.node->kind == DOC_TEXT && text.len > 0)
            return text.ptr[0] >= '0' && text.ptr[0] <= '9';
    }
    return false;
}

static void note_uncut(const struct table_layout *t, struct measure *me,
                       const struct doc_node *cell, uint32_t column,
                       int32_t width)
{
    if (cell->u.cell.scope == SCOPE_NONE && width > me->uncut[column] &&
        width <= UNCUT_MOST * t->style.size && begins_with_figure(cell))
        me->uncut[column] = width;
}

static void note_span(struct table_layout *t, struct measure *me,
                      uint32_t first, uint32_t columns, struct extent need,
                      bool heads)
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
    s->heads = s->heads || (heads && columns < t->ncolumns);
}

/* What column of names or spans CELL makes of those from COLUMN on. */
static void note_fixed(struct table_layout *t, struct measure *me,
                       const struct doc_node *cell, uint32_t column,
                       uint32_t span)
{
    const bool names = cell->u.cell.scope == SCOPE_ROW && span == 1;

    if (names && !me->named)
        t->names = column;
    me->named = me->named || names;
    if (!names && cell->u.cell.rows <= 1 && (span == 1 || span == t->ncolumns))
        return;
    for (uint32_t i = column; i < column + span; i++)
        me->fixed[i] = true;
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
        note_fixed(t, me, c, column, span);
        if (span == 1) {
            const struct extent e = cell_extent(t, me, c, column);

            widen(&me->columns[column], e);
            note_uncut(t, me, c, column, e.max);
        } else {
            note_span(t, me, column, span, cell_extent(t, me, c, column),
                      c->u.cell.scope == SCOPE_COLUMN);
        }
    }
}

/* What a span needs beyond its columns is shared out among them evenly. */
static void share_span(struct table_layout *t, struct measure *me,
                       const struct span_need *s)
{
    const int32_t between = (int32_t)(s->columns - 1) * 2 * t->padding;
    int64_t min = between;
    int64_t max = between;
    int32_t n = 0;

    for (uint32_t i = 0; i < s->columns; i++) {
        if (t->below[s->first + i])
            continue;
        n++;
        min += me->columns[s->first + i].min;
        max += me->columns[s->first + i].max;
    }
    for (uint32_t i = 0; i < s->columns; i++) {
        struct extent *e = &me->columns[s->first + i];

        if (t->below[s->first + i])
            continue;
        if (s->need.min > min)
            e->min += (int32_t)(s->need.min - min) / n + 1;
        if (s->need.max > max)
            e->max += (int32_t)(s->need.max - max) / n + 1;
        e->max = e->min > e->max ? e->min : e->max;
    }
}

/* Columns that one heading heads are equally wide. */
static void equal_span(const struct table_layout *t, struct measure *me,
                       const struct span_need *s)
{
    struct extent most = {0, 0};

    for (uint32_t i = 0; i < s->columns; i++) {
        if (!t->below[s->first + i])
            widen(&most, me->columns[s->first + i]);
    }
    for (uint32_t i = 0; i < s->columns; i++) {
        if (!t->below[s->first + i])
            me->columns[s->first + i] = most;
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
    for (const struct span_need *s = me->spans; s != NULL; s = s->next) {
        if (s->heads)
            equal_span(t, me, s);
    }
}

/* --- choosing --- */

/* A width measured at the style's size, at SIZE. */
static int32_t scaled(const struct table_layout *t, int32_t width, int32_t size)
{
    const int64_t whole = t->style.size;

    return (int32_t)(((int64_t)width * size + whole - 1) / whole) + SLACK;
}

/* Lists in a smaller size are indented as far as in the style's. */
static int32_t lost_indent(const struct table_layout *t,
                           const struct measure *me, uint32_t i, int32_t size)
{
    const int32_t indent = me->indents[i];
    const int64_t kept = (int64_t)indent * size / t->style.size;

    return kept < indent ? indent - (int32_t)kept : 0;
}

/* What column I needs at SIZE, with its padding and what is drawn in it. */
static struct extent need(const struct table_layout *t,
                          const struct measure *me, uint32_t i, int32_t size)
{
    const struct extent drawn = table_drawn_extent(t, i, size);
    const int32_t beside = 2 * t->padding + lost_indent(t, me, i, size);
    const int32_t lines = me->lines == LINES_FEW && me->named && i == t->names
                              ? LINES_NAME
                              : me->lines;
    const int32_t easy = lines > 0 ? me->columns[i].max / lines : 0;
    int32_t min = easy > me->columns[i].min ? easy : me->columns[i].min;

    if (me->whole && me->uncut[i] > min)
        min = me->uncut[i];
    if (t->below[i])
        return (struct extent){0, 0};
    return (struct extent){
        scaled(t, min, size) + drawn.min + beside,
        scaled(t, me->columns[i].max, size) + drawn.max + beside,
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

/* All columns have their greatest width, and of what is left a part in
   proportion to it. */
static void share_plenty(struct table_layout *t, const struct measure *me,
                         int32_t left, int32_t right, int32_t size)
{
    int64_t parts = total(t, me, size).max;
    int64_t spare = right - left - parts;
    int32_t x = left;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const int64_t part = need(t, me, i, size).max;
        const int64_t more = parts == 0 ? 0 : spare * part / parts;

        t->edges[i] = x;
        x += (int32_t)(part + more);
        spare -= more; /* so that the last column ends at RIGHT */
        parts -= part;
    }
    t->edges[t->ncolumns] = right;
}

static int64_t square_root(int64_t n)
{
    int64_t root = 0;

    for (int64_t bit = (int64_t)1 << 20; bit > 0; bit >>= 1) {
        if ((root + bit) * (root + bit) <= n)
            root += bit;
    }
    return root;
}

/* WORDS: they alone have more than they need. HEADS: figures need their
   headings in few lines. */
static void set_shares(const struct table_layout *t, const struct measure *me,
                       int32_t size, bool words, bool heads)
{
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        struct extent e = need(t, me, i, size);
        const int32_t head = (int32_t)((int64_t)e.max * 2 / 3);

        if (t->columns[i].nowrap && heads && head > e.min)
            e.min = head;
        if (t->columns[i].nowrap && words)
            e.max = e.min;
        me->shares[i] = (struct column_share){e, square_root(e.max)};
    }
}

/* SHARE for each root, within the column's bounds. */
static int32_t by_root(const struct column_share *s, int64_t share)
{
    const struct extent e = s->bounds;
    const int64_t width = s->root * share / ROOT_SHARES;

    return width < e.min ? e.min : width > e.max ? e.max : (int32_t)width;
}

static int64_t total_by_root(const struct table_layout *t,
                             const struct measure *me, int64_t share)
{
    int64_t sum = 0;

    for (uint32_t i = 0; i < t->ncolumns; i++)
        sum += by_root(&me->shares[i], share);
    return sum;
}

/* Who may have more, so that WIDTH is neither too little nor too much. */
static void choose_shares(const struct table_layout *t,
                          const struct measure *me, int32_t size, int64_t width)
{
    bool heads;
    bool words;

    set_shares(t, me, size, true, true);
    heads = total_by_root(t, me, 0) <= width;
    set_shares(t, me, size, true, heads);
    words = total_by_root(t, me, SHARE_MOST) > width;
    set_shares(t, me, size, words, heads);
}

/*
 * Sets the edges between LEFT and RIGHT: columns of figures have what they
 * need, and the rest goes to words, as the square root of their length asks for
 * it: the longest have the most, but not all.
 */
static void share_width(struct table_layout *t, const struct measure *me,
                        int32_t left, int32_t right, int32_t size)
{
    const int64_t width = right - left;
    int64_t share = 0;
    int32_t x = left;

    if (width >= total(t, me, size).max) {
        share_plenty(t, me, left, right, size);
        return;
    }
    choose_shares(t, me, size, width);
    for (int64_t bit = SHARE_MOST; bit > 0; bit >>= 1) {
        if (total_by_root(t, me, share + bit) <= width)
            share += bit;
    }
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        t->edges[i] = x;
        x += by_root(&me->shares[i], share);
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
    const uint32_t shown = t->ncolumns - table_count_below(t);
    int64_t spare = (int64_t)right - left - (int64_t)least * shown;
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
        x += (t->below[i] ? 0 : least) + (int32_t)more;
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

/* --- where --- */

/* What a table is chosen in. */
struct place_of {
    const struct flow *f;
    struct measure *me;
    int32_t left, right;
};

/* All tables of a page begin at its left edge, but for those in lists. */
static int32_t left_edge(const struct table_layout *t, const struct flow *f)
{
    const struct doc_node *n = t->node->parent;

    if (!f->paged)
        return flow_left(f);
    while (n != NULL && n->kind != DOC_LIST && n->kind != DOC_QUOTE)
        n = n->parent;
    return n == NULL ? page_text_left(t->m) : flow_left(f);
}

/* Dates and the like are on one line where there is room for that, if need be
   by more lines of words. */
static void take_size(struct table_layout *t, const struct place_of *p,
                      int32_t size)
{
    struct measure *me = p->me;
    const int32_t width = p->right - p->left;
    const int32_t lines = me->lines;

    me->whole = true;
    if (total(t, me, size).min > width)
        me->lines = 0;
    if (total(t, me, size).min > width) {
        me->lines = lines;
        me->whole = false;
    }
    share_width(t, me, p->left, p->right, size);
    me->whole = false;
    me->lines = lines;
    t->style.size = size;
}

/* In full size or smaller, so that no cell takes more than me->lines. */
static bool fits_easily(struct table_layout *t, void *place)
{
    const struct place_of *p = place;
    const int32_t size = fitting_size(t, p->me, p->right - p->left);

    if (size > 0)
        take_size(t, p, size);
    return size > 0;
}

static bool fits_densely(struct table_layout *t, void *place)
{
    const struct place_of *p = place;
    const int32_t size = dense_size(t, p->me, p->right - p->left);

    if (size > 0)
        take_size(t, p, size);
    return size > 0;
}

/* As full as it may be, rather than with more columns below their rows. */
static bool fits_somehow(struct table_layout *t, void *place)
{
    return fits_easily(t, place) || fits_densely(t, place);
}

static bool move_below(struct table_layout *t, struct place_of *p,
                       bool (*fits)(struct table_layout *, void *))
{
    return p->f->paged &&
           table_move_below(t, p->me->fixed, p->me->columns, fits, p);
}

static bool choose_easy(struct table_layout *t, struct place_of *p)
{
    p->me->lines = LINES_FEW;
    if (table_is_of_figures(t) &&
        (fits_easily(t, p) || move_below(t, p, fits_somehow)))
        return true;
    p->me->lines = LINES_GOOD;
    if (fits_easily(t, p))
        return true;
    while (p->me->lines < LINES_MOST) {
        p->me->lines++;
        if (fits_easily(t, p))
            return true;
    }
    p->me->lines = 0;
    return false;
}

static void choose_turned(struct table_layout *t, struct place_of *p)
{
    const int32_t width = widest(t, p->f);

    if (p->right - p->left < width) {
        t->landscape = true;
        p->right = p->left + width;
        if (fits_densely(t, p))
            return;
    }
    if (t->padding > PADDING_LEAST)
        set_padding(t, PADDING_LEAST);
    share_too_little(t, p->me, p->left, p->right);
    t->style.size = least_size(t);
}

/*
 * So that no cell takes many lines, at full size or smaller, or with comments
 * below their figures; else in more lines at full size, or smaller and with
 * less room between the columns, or with words below their rows; on a page on
 * its side where it may; or, at last, with broken words.
 */
static void choose(struct table_layout *t, const struct flow *f,
                   struct measure *me)
{
    struct place_of p = {
        .f = f,
        .me = me,
        .left = left_edge(t, f),
        .right = f->paged ? page_text_right(t->m, f->landscape) : f->right,
    };

    if (choose_easy(t, &p))
        return;
    if (f->paged &&
        p.left > page_text_left(t->m)) { /* more than its list has */
        p.left = page_text_left(t->m);
        if (choose_easy(t, &p))
            return;
    }
    if (total(t, me, t->style.size).min <= p.right - p.left)
        take_size(t, &p, t->style.size);
    else if (!fits_densely(t, &p) && !move_below(t, &p, fits_densely))
        choose_turned(t, &p);
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
    uint32_t shown;

    t->below = arena_alloc(t->m->arena, t->ncolumns, sizeof(*t->below));
    if (t->below == NULL)
        return false;
    table_ask_below(t);
    shown = t->ncolumns - table_count_below(t);
    if ((int64_t)shown * least_width(t) > widest(t, f)) {
        finding(t->m->findings, FINDING_WIDE_TABLE, t->node->at,
                "a table of %u columns does not fit across a page",
                (unsigned)t->ncolumns);
        return false;
    }
    me.columns = arena_alloc(t->m->arena, t->ncolumns, sizeof(*me.columns));
    me.indents = arena_alloc(t->m->arena, t->ncolumns, sizeof(*me.indents));
    me.uncut = arena_alloc(t->m->arena, t->ncolumns, sizeof(*me.uncut));
    me.fixed = arena_alloc(t->m->arena, t->ncolumns, sizeof(*me.fixed));
    me.shares = arena_alloc(t->m->arena, t->ncolumns, sizeof(*me.shares));
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
