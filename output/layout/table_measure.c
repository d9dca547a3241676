#include "core/doc/cell_drawing.h"
#include "output/layout/table_needs.h"

#define WIDTH_MAX (1 << 28)
#define REFERENCE 3   /* ems that a reference takes, at most */
#define UNCUT_MOST 9  /* ems that a date or an amount takes, at most */
#define DRAWN_MOST 14 /* and words beside what is drawn of them */

/* What the cells over COLUMNS columns from FIRST on need together. */
struct span_need {
    struct span_need *next;
    uint32_t first;
    uint32_t columns;
    struct extent need;
    bool heads; /* one of them heads its columns, and not all of the table */
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

/* The atoms at hand name a row, which stands in by INDENT. */
static void note_name(struct table_layout *t, struct measure *me,
                      int32_t indent)
{
    const int32_t halved = line_halved(t->m) + indent;

    me->halved = halved > me->halved ? halved : me->halved;
}

/* What stands for a figure (To be confirmed) may take more lines than one: it
   has no digit. */
static bool is_without_figure(const struct doc_node *cell)
{
    struct doc_walk w = doc_walk(cell);

    while (doc_walk_next(&w)) {
        const struct str text = w.node->text;

        for (size_t i = 0; w.entering && doc_is_text(w.node) && i < text.len;
             i++) {
            if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
                return false;
        }
    }
    return true;
}

/* The marks behind the figure at hand stand beyond the figures of COLUMN: what
   they take of its line. */
static int32_t note_hanging(struct table_layout *t, const struct doc_node *cell,
                            uint32_t column)
{
    const int32_t width = cell->u.cell.columns > 1 ? 0 : line_hanging(t->m);

    if (width > t->hangs[column])
        t->hangs[column] = width;
    return width;
}

/* What hangs beyond the figures of columns is theirs alone. */
static void add_hanging(const struct table_layout *t, struct measure *me)
{
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        me->columns[i].min += t->hangs[i];
        me->columns[i].max += t->hangs[i];
        me->uncut[i] += me->uncut[i] > 0 ? t->hangs[i] : 0;
    }
}

static struct extent cell_extent(struct table_layout *t, struct measure *me,
                                 const struct doc_node *cell, uint32_t column)
{
    const struct text_style style = table_cell_style(t, cell, column);
    struct extent e;

    if (block_holds_inlines(cell)) {
        inline_atoms(t->m, cell, &style, false);
        e = line_extent(t->m);
        e.max -= note_hanging(t, cell, column);
        if (e.min > e.max) /* a mark that no space parts from its figure */
            e.min = e.max;
        if (cell->u.cell.scope == SCOPE_ROW && column == t->names)
            note_name(t, me, table_indent(cell, column));
    } else {
        e = blocks_extent(t->m, cell, &style, &me->indents[column]);
    }
    if (cell->u.cell.columns > 1)
        return e;
    e.min += table_indent(cell, column);
    e.max += table_indent(cell, column);
    if (cell->u.cell.scope == SCOPE_COLUMN) /* better in two lines than the
                                               words beside it */
        e.max = e.max / 2 > e.min ? e.max / 2 : e.min;
    else if (t->columns[column].nowrap && cell->u.cell.scope == SCOPE_NONE &&
             !is_without_figure(cell))
        e.min = e.max;
    else if (t->columns[column].align == ALIGN_END &&
             cell->u.cell.scope == SCOPE_NONE)
        e.max = e.max / 2 > e.min ? e.max / 2 : e.min;
    return e;
}

/* Whether CELL holds a date, an amount or a reference, by its first letter. */
static bool begins_with_figure(const struct doc_node *cell)
{
    struct doc_walk w = doc_walk(cell);

    while (doc_walk_next(&w)) {
        const struct str text = w.node->text;

        if (w.entering && doc_is_text(w.node) && text.len > 0)
            return text.ptr[0] >= '0' && text.ptr[0] <= '9';
    }
    return false;
}

static void note_uncut(const struct table_layout *t, struct measure *me,
                       const struct doc_node *cell, uint32_t column,
                       int32_t width)
{
    const bool drawn = table_column_is_drawn(t, column);
    const int32_t most = (drawn ? DRAWN_MOST : UNCUT_MOST) * t->style.size;

    if (cell->u.cell.scope == SCOPE_NONE && width > me->uncut[column] &&
        width <= most && (drawn || begins_with_figure(cell)))
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

static void measure_groups(struct table_layout *t, struct measure *me,
                           struct table_grid *grid)
{
    for (const struct doc_node *g = t->node->first; g != NULL; g = g->next) {
        if (g->kind != DOC_ROW_GROUP)
            continue;
        table_grid_group(grid);
        for (const struct doc_node *row = table_row_printed(g->first);
             row != NULL && layout_ok(t->m); row = table_row_printed(row->next))
            measure_row(t, me, grid, row);
    }
    add_hanging(t, me);
    for (const struct span_need *s = me->spans; s != NULL; s = s->next)
        share_span(t, me, s);
    for (const struct span_need *s = me->spans; s != NULL; s = s->next) {
        if (s->heads)
            equal_span(t, me, s);
    }
}

/* Names that are no more than a reference have the words beside them. */
static void choose_label(const struct table_layout *t, struct measure *me)
{
    const uint32_t next = t->names + 1;
    const struct doc_room *rooms = t->node->u.table->rooms;

    me->label = t->names;
    if (me->named && me->columns[t->names].max <= REFERENCE * t->style.size &&
        next < t->ncolumns && !t->below[next] && !t->columns[next].nowrap &&
        t->columns[next].align == ALIGN_START &&
        (rooms == NULL || rooms[next].room == ROOM_NONE)) {
        me->label = next;
        me->halved = me->columns[next].max / 2;
    }
}

void table_measure(struct table_layout *t, struct measure *me)
{
    struct arena *a = t->m->arena;
    struct table_grid grid;

    me->columns = arena_alloc(a, t->ncolumns, sizeof(*me->columns));
    me->indents = arena_alloc(a, t->ncolumns, sizeof(*me->indents));
    me->uncut = arena_alloc(a, t->ncolumns, sizeof(*me->uncut));
    me->fixed = arena_alloc(a, t->ncolumns, sizeof(*me->fixed));
    me->shares = arena_alloc(a, t->ncolumns, sizeof(*me->shares));
    t->hangs = arena_alloc(a, t->ncolumns, sizeof(*t->hangs));
    if (!table_grid_init(&grid, t->ncolumns))
        arena_fail(a, ST_NOMEM);
    if (layout_ok(t->m)) {
        measure_groups(t, me, &grid);
        choose_label(t, me);
    }
    table_grid_free(&grid);
}
