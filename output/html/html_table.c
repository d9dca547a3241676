#include "output/html/html_parts.h"

#include "core/base/mem.h"
#include "core/doc/cell_drawing.h"
#include "output/html/html_rows.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/*
 * Where the next cell stands. A table in a quotation in a cell stands inside
 * another, hence the chain.
 */
struct html_table {
    struct html_table *outer;
    const struct doc_node *node;
    const struct doc_table *model;
    const struct doc_node *group;
    const struct doc_node *row;
    uint32_t column;
    const struct doc_node *grouping; /* its cells are groups of columns */
    bool relaid;                     /* on a narrow screen: html_rows.h */
    struct html_rows rows;
    uint32_t covers; /* columns that a cell above still covers */
    uint16_t *left;  /* by column: for how many rows, this one included */
};

static uint32_t span(uint16_t n)
{
    return n == 0 ? 1 : n;
}

static void table_free(struct html_table *t)
{
    if (t != NULL)
        mem_free(t->left);
    mem_free(t);
}

static struct html_table *table_new(const struct doc_node *n, uint32_t desk)
{
    struct html_table *t = mem_zalloc(1, sizeof(*t));

    if (t == NULL)
        return NULL;
    t->node = n;
    t->model = n->u.table;
    t->rows = html_rows_of(n, desk);
    t->left = mem_zalloc(t->model->ncolumns, sizeof(*t->left));
    if (t->left == NULL) {
        table_free(t);
        return NULL;
    }
    return t;
}

#define NARROW_COLUMNS 2 /* so many find room on a phone of 320 pixels */
#define TURNED_COLUMNS 6 /* so many find none on upright paper */

/* A table that is too wide moves by itself, the page never does: so it stands
   in a region that has a name and can be reached with the keyboard. One that is
   folded is called as what it is folded under. */
static void region(struct html *h, const struct doc_node *table,
                   const struct doc_node *caption)
{
    const struct html_id above =
        table->parent->kind == DOC_FOLD ? h->caption : h->heading;

    html_attr(&h->tags, "role", STR_LIT("region"));
    html_labelled_by(h, caption != NULL && caption->kind == DOC_CAPTION
                            ? html_next_id(h, caption)
                            : above);
    html_attr(&h->tags, "tabindex", STR_LIT("0"));
}

/* What stands in cells beside its figure is laid out by rules of its own. */
static bool is_drawn(const struct html_table *t)
{
    return t->model->rooms != NULL;
}

/* Says what an element is where CSS takes it out of a table's layout, which
   some browsers hear as no table any more. */
static void role(struct html *h, const char *name)
{
    if (h->table->relaid)
        html_attr(&h->tags, "role", str_of(name));
}

#define CLASSES 80 /* bytes of all classes of a table */

/* One more, or several, behind those of CLASS. */
static void add_class(char class[CLASSES], const char *format, ...)
    PRINTF_LIKE(2, 3);

static void add_class(char class[CLASSES], const char *format, ...)
{
    const size_t len = strlen(class);
    const size_t at = len == 0 || len + 1 == CLASSES ? len : len + 1;
    va_list args;

    if (at > len)
        memcpy(class + len, " ", 2);
    va_start(args, format);
    (void)vsnprintf(class + at, CLASSES - at, format, args);
    va_end(args);
}

/* How its cells stand below their rows: n4 says that four columns do not. */
static void below_classes(const struct html_table *t, char class[CLASSES])
{
    const uint32_t beside = t->rows.beside;

    if (beside == 0)
        return;
    add_class(class, "under n%u%s%s%s", (unsigned)beside,
              t->model->ncolumns - beside > 1 ? " named" : "",
              t->rows.behind       ? " behind"
              : t->rows.long_table ? " long"
                                   : "",
              t->rows.second ? " second" : "");
}

/* Of a table whose cells are boxes. */
static const char *boxes_class(const struct doc_node *n)
{
    return n->u.table->form ? "form" : n->u.table->matrix ? "matrix" : "";
}

static void open_table(struct html *h, const struct doc_node *n)
{
    const bool drawn = is_drawn(h->table);
    const enum html_relaid relaid = drawn ? ROWS_STAY : h->table->rows.relaid;
    char class[CLASSES] = "";

    html_open(&h->tags, TAG_TABLE, n);
    if (!drawn && relaid == ROWS_STAY && h->table->rows.beside == 0 &&
        n->u.table->marked == 0) {
        if (boxes_class(n)[0] != '\0')
            html_attr(&h->tags, "class", str_of(boxes_class(n)));
        return;
    }
    h->table->relaid = true;
    if (drawn)
        add_class(class, h->table->rows.leads ? "drawn leads" : "drawn");
    else if (relaid != ROWS_STAY)
        add_class(class, "rows%s t%u", relaid == ROWS_TABLET ? " wide" : "",
                  (unsigned)++h->rows);
    below_classes(h->table, class);
    if (h->table->rows.whole && class[0] != '\0')
        add_class(class, "whole");
    if (n->u.table->marked > 0)
        add_class(class, "m%u", (unsigned)n->u.table->marked);
    if (boxes_class(n)[0] != '\0')
        add_class(class, "%s", boxes_class(n));
    html_attr(&h->tags, "class", str_of(class));
    role(h, "table");
}

bool html_enter_table(struct html *h, const struct doc_node *n)
{
    const struct doc_node *caption = n->first;
    struct html_table *t = table_new(n, h->desk);

    if (t == NULL) {
        buf_fail(h->tags.out, ST_NOMEM);
        return false;
    }
    t->outer = h->table;
    h->table = t;
    html_node(h, TAG_DIV, n, "scroll",
              t->model->ncolumns < TURNED_COLUMNS ||
                      t->rows.print == PRINT_UPRIGHT
                  ? NULL
              : t->rows.print == PRINT_DENSE ? "dense"
                                             : "turned");
    if (t->model->ncolumns > NARROW_COLUMNS)
        region(h, n, caption);
    open_table(h, n);
    return true;
}

void html_leave_table(struct html *h, const struct doc_node *n)
{
    struct html_table *t = h->table;

    if (t == NULL || t->node != n) /* there was no memory to enter it */
        return;
    h->table = t->outer;
    table_free(t);
}

bool html_enter_caption(struct html *h, const struct doc_node *n)
{
    html_node(h, n->parent->kind == DOC_PICTURE ? TAG_FIGCAPTION : TAG_CAPTION,
              n, NULL, NULL);
    h->caption = html_give_id(h, n);
    return true;
}

static bool heads_columns(const struct doc_node *cell)
{
    return cell->u.cell.scope == SCOPE_COLUMN && cell->u.cell.columns > 1;
}

/* The row of HEAD whose cells make groups of columns: a title of the whole
   table stands above it. */
static const struct doc_node *grouping_row(const struct html *h,
                                           const struct doc_node *head)
{
    const struct doc_node *found = NULL;

    for (const struct doc_node *row = head->first; row != NULL;
         row = row->next) {
        for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
            if (!heads_columns(c))
                continue;
            if (c->u.cell.columns < h->table->model->ncolumns)
                return row;
            found = found == NULL ? row : found;
        }
    }
    return found;
}

/*
 * scope="colgroup" needs a <colgroup> that begins and ends with its header
 * (HTML, 4.9.11): the cells of the first row that has some over others.
 */
static void column_groups(struct html *h, const struct doc_node *head)
{
    const struct doc_node *row =
        head->level == GROUP_HEAD ? grouping_row(h, head) : NULL;

    if (row == NULL)
        return;
    for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
        html_open(&h->tags, TAG_COLGROUP, c);
        html_attr_int(&h->tags, "span", span(c->u.cell.columns));
        html_close(&h->tags, c);
    }
    h->table->grouping = row;
}

bool html_enter_row_group(struct html *h, const struct doc_node *n)
{
    static const enum html_tag tags[] = {
        [GROUP_HEAD] = TAG_THEAD,
        [GROUP_BODY] = TAG_TBODY,
        [GROUP_FOOT] = TAG_TFOOT,
    };

    if (h->table->group == NULL)
        column_groups(h, n);
    h->table->group = n;
    html_node(h, tags[n->level], n, NULL, NULL);
    role(h, "rowgroup");
    return true;
}

bool html_enter_row(struct html *h, const struct doc_node *n)
{
    h->table->row = n;
    h->table->column = 0;
    html_node(h, TAG_TR, n,
              n->role == ROLE_TOTAL         ? "total"
              : n->role == ROLE_GROUP_TITLE ? "group"
                                            : NULL,
              NULL);
    role(h, "row");
    return true;
}

/* Ends the row for the cells that reach into it from above. */
void html_leave_row(struct html *h, const struct doc_node *n)
{
    struct html_table *t = h->table;

    (void)n;
    for (uint32_t i = 0; t->covers > 0 && i < t->model->ncolumns; i++) {
        if (t->left[i] > 0 && --t->left[i] == 0)
            t->covers--;
    }
}

/* The first column that is free, and past the cell that takes it. */
static uint32_t take_columns(struct html_table *t, const struct doc_node *cell)
{
    const uint32_t width = span(cell->u.cell.columns);
    uint32_t column = t->column;

    while (t->covers > 0 && column < t->model->ncolumns && t->left[column] > 0)
        column++;
    t->column = column + width;
    if (cell->u.cell.rows <= 1)
        return column;
    for (uint32_t i = column; i < t->column && i < t->model->ncolumns; i++) {
        t->covers += t->left[i] == 0;
        t->left[i] = cell->u.cell.rows;
    }
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

/* s: a symbol, w: a sparkline, b: bars, v: bars to both sides, t: times. */
static const char *room_class(const struct html_table *t,
                              const struct doc_node *cell, uint32_t column)
{
    static const char *const classes[ROOM_MAX] = {[ROOM_SYMBOL] = "s",
                                                  [ROOM_SPARK] = "w",
                                                  [ROOM_BAR] = "b",
                                                  [ROOM_SIDES] = "v",
                                                  [ROOM_TIME] = "t"};

    return is_drawn(t) && cell->u.cell.columns <= 1 &&
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
    if (cell->first == NULL || cell->u.cell.columns > 1)
        return false;
    if (cell->u.cell.scope == SCOPE_GROUP)
        return t->relaid;
    return cell->u.cell.scope == SCOPE_NONE &&
           (is_drawn(t) || is_named(t, cell, column));
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

    if (first && heads_columns(cell))
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
           span(row->first->u.cell.columns) == t->model->ncolumns;
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

    if (header->u.cell.scope != SCOPE_ROW || header->first == NULL ||
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

/* On paper words below their row hang out of its first column, so that the
   table remains one, whose head a browser repeats: something must hold them. */
static void hold_below(struct html *h, const struct doc_node *cell,
                       uint32_t column)
{
    if (h->table->rows.behind && is_below(h->table, cell, column) &&
        cell->first != NULL &&
        doc_kind_is_inline((enum doc_kind)cell->first->kind))
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

    html_node(h, header ? TAG_TH : TAG_TD, n, cell_class(h->table, n, column),
              n->u.cell.edges != 0 ? edge_class(n)
                                   : room_class(h->table, n, column));
    role(h, !header ? "cell" : is_row_header(n) ? "rowheader" : "columnheader");
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
    return true;
}
