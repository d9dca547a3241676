#include "output/html/html_table.h"

#include <string.h>

/* The first column that is free, which the cell takes; beyond the last one, no
   column where none is. */
static uint32_t take_columns(struct html_table *t, const struct doc_node *cell)
{
    uint32_t column = t->model->ncolumns, span;

    (void)table_grid_cell(&t->grid, cell, &column, &span);
    return column;
}

/* r: figures, to the right; c: centred; k: kept on one line; u: below the row;
   all: in the head, above all columns. */
static const char *cell_class(const struct html_table *t,
                              const struct doc_node *cell, uint32_t column)
{
    const bool titles = t->relaid && t->group->level == GROUP_HEAD &&
                        cell->u.cell.columns == t->model->ncolumns;
    const bool single =
        cell->u.cell.columns <= 1 && column < t->model->ncolumns;
    const struct doc_column *c = single ? &t->model->columns[column] : NULL;
    uint8_t align = cell->u.cell.align;

    if (titles)
        return "all";
    if (c != NULL && column < HTML_COLUMNS_MOST && t->rows.below[column])
        return "u";
    if (align == ALIGN_START && c != NULL)
        align = (uint8_t)c->align;
    if (align == ALIGN_END)
        return "r";
    if (align == ALIGN_CENTRE)
        return "c";
    return c != NULL && c->nowrap && cell->u.cell.scope != SCOPE_COLUMN ? "k"
                                                                        : NULL;
}

/* A head as wide as a date takes room from the columns beside it; what is drawn
   has places of its own on a phone, beside words that are one piece. */
static enum html_lines lines_of(const struct html_table *t,
                                const struct doc_node *cell, const char *class,
                                const char *room)
{
    if (room != NULL)
        return LINES_ONE;
    if (cell->u.cell.scope == SCOPE_COLUMN)
        return LINES_DAYS;
    if (cell->u.cell.scope == SCOPE_NONE && class != NULL &&
        (strcmp(class, "r") == 0 || strcmp(class, "k") == 0))
        return LINES_ONE;
    return t->rows.dates;
}

/* s: a symbol, w: a sparkline, b: bars, v: bars to both sides, t: times. */
static const char *room_class(const struct html_table *t,
                              const struct doc_node *cell, uint32_t column)
{
    static const char *const classes[ROOM_MAX] = {[ROOM_SYMBOL] = "s",
                                                  [ROOM_SPARK] = "w",
                                                  [ROOM_BAR] = "b",
                                                  [ROOM_SIDES] = "v",
                                                  [ROOM_TIME] = "t"};

    return html_table_is_drawn(t) && cell->u.cell.columns <= 1 &&
                   column < t->model->ncolumns
               ? classes[t->model->rooms[column].room]
               : NULL;
}

/* ea, eb: a heavier line above it, before it. */
static const char *edge_class(const struct doc_node *cell)
{
    static const char *const classes[] = {NULL, "ea", "eb", "ea eb"};

    return classes[cell->u.cell.edges & (EDGE_ABOVE | EDGE_BEFORE)];
}

/* The words of N in TEXT, which the caller frees. */
static void plain_text(struct html *h, const struct doc_node *n,
                       struct buf *text)
{
    buf_init(text, h->tags.out->limit);
    doc_plain_text(n, text);
    if (buf_status(text) != ST_OK)
        buf_fail(h->tags.out, buf_status(text));
}

/* The heading of COLUMN, which stands beside each of its cells where a phone
   has no room for columns. */
static void put_heading(struct html *h, uint32_t column)
{
    struct buf text;

    buf_init(&text, h->tags.out->limit);
    html_heading_words(h->table->node, column, &text);
    if (text.len > 0)
        html_attr(&h->tags, "data-h", buf_view(&text));
    if (buf_status(&text) != ST_OK)
        buf_fail(h->tags.out, buf_status(&text));
    buf_free(&text);
}

static bool is_below(const struct html_table *t, const struct doc_node *cell,
                     uint32_t column)
{
    return t->rows.beside > 0 && cell->u.cell.columns <= 1 &&
           column < HTML_COLUMNS_MOST && t->rows.below[column];
}

/* Which of several columns a cell below its row is of. */
static bool is_named(const struct html_table *t, const struct doc_node *cell,
                     uint32_t column)
{
    return is_below(t, cell, column) && t->model->ncolumns - t->rows.beside > 1;
}

/* Where its heading does not stand above CELL, nor in rules of the page. */
static bool wants_heading(const struct html_table *t,
                          const struct doc_node *cell, uint32_t column)
{
    if (doc_cell_is_blank(cell) || cell->u.cell.columns > 1)
        return false;
    if (cell->u.cell.scope == SCOPE_GROUP)
        return t->relaid;
    return cell->u.cell.scope == SCOPE_NONE &&
           (html_table_is_drawn(t) || is_named(t, cell, column));
}

/* The whole row group that it stands in: its title, or what stands once for all
   its rows. */
static bool heads_group(const struct html_table *t, const struct doc_node *cell)
{
    return cell->u.cell.scope == SCOPE_GROUP ||
           (t->group->level == GROUP_BODY && cell->u.cell.scope == SCOPE_ROW &&
            t->row->role == ROLE_GROUP_TITLE);
}

static void scope(struct html *h, const struct doc_node *cell)
{
    const struct html_table *t = h->table;
    const bool first = t->grouping != NULL && t->row == t->grouping;
    struct str value = STR_LIT("row");

    if (first && html_heads_columns(cell))
        value = STR_LIT("colgroup");
    else if (cell->u.cell.scope == SCOPE_COLUMN ||
             (cell->u.cell.scope == SCOPE_BOTH &&
              t->group->level == GROUP_HEAD))
        value = STR_LIT("col");
    else if (heads_group(t, cell))
        value = STR_LIT("rowgroup");
    html_attr(&h->tags, "scope", value);
}

/* The row names its group, across the table. */
static bool is_title(const struct html_table *t, const struct doc_node *row)
{
    return row->role == ROLE_GROUP_TITLE && row->first != NULL &&
           html_span(row->first->u.cell.columns) == t->model->ncolumns;
}

/* What names the row group in a row above the one at hand; NULL: nothing. */
static const struct doc_node *group_title(const struct html_table *t)
{
    const struct doc_node *row = t->group->first;

    if (t->group->level != GROUP_BODY || row == NULL || row == t->row)
        return NULL;
    if (is_title(t, row))
        return row->first;
    for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
        if (c->u.cell.scope == SCOPE_GROUP)
            return c;
    }
    return NULL;
}

/* Few voices read scope="rowgroup": whoever hears a row hears its group in the
   row's own header, which the PDF names among the headers of each cell. */
static void put_group(struct html *h, const struct doc_node *header)
{
    const struct doc_node *title = group_title(h->table);
    struct buf text;

    if (header->u.cell.scope != SCOPE_ROW || doc_cell_is_blank(header) ||
        title == NULL)
        return;
    plain_text(h, title, &text);
    html_open(&h->tags, TAG_SPAN, &text);
    html_attr(&h->tags, "class", STR_LIT("heard " HTML_SCREEN));
    html_text(&h->tags, buf_view(&text));
    html_text(&h->tags, STR_LIT(", "));
    html_close(&h->tags, &text);
    buf_free(&text);
}

static bool holds_inlines(const struct doc_node *cell)
{
    return doc_is_text(cell) ||
           (cell->first != NULL &&
            doc_kind_is_inline((enum doc_kind)cell->first->kind));
}

/* On paper words below their row hang out of its first column, so that the
   table remains one, whose head a browser repeats: something must hold them. */
static void hold_below(struct html *h, const struct doc_node *cell,
                       uint32_t column)
{
    if (h->table->rows.behind && is_below(h->table, cell, column) &&
        holds_inlines(cell))
        html_open(&h->tags, TAG_SPAN, cell);
}

static bool is_row_header(const struct doc_node *cell)
{
    return cell->u.cell.scope == SCOPE_ROW || cell->u.cell.scope == SCOPE_GROUP;
}

bool html_enter_cell(struct html *h, const struct doc_node *n)
{
    const bool header = n->u.cell.scope != SCOPE_NONE;
    const uint32_t column = take_columns(h->table, n);
    const char *class = cell_class(h->table, n, column);
    const char *room = room_class(h->table, n, column);

    h->table->lines = lines_of(h->table, n, class, room);
    html_node(h, header ? TAG_TH : TAG_TD, n, class,
              n->u.cell.edges != 0 ? edge_class(n) : room);
    html_role(h, !header            ? "cell"
                 : is_row_header(n) ? "rowheader"
                                    : "columnheader");
    if (header)
        scope(h, n);
    if (wants_heading(h->table, n, column))
        put_heading(h, column);
    if (n->u.cell.columns > 1)
        html_attr_int(&h->tags, "colspan", n->u.cell.columns);
    if (n->u.cell.rows > 1)
        html_attr_int(&h->tags, "rowspan", n->u.cell.rows);
    put_group(h, n);
    hold_below(h, n, column);
    if (doc_is_text(n))
        html_put_text(h, n);
    return true;
}
