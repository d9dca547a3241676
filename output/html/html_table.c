#include "output/html/html_table.h"
#include "core/base/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void table_free(struct html_table *t)
{
    if (t != NULL)
        table_grid_free(&t->grid);
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
    if (!table_grid_init(&t->grid, t->model->ncolumns)) {
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
    const bool drawn = html_table_is_drawn(h->table);
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
    html_role(h, "table");
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

/* The row of HEAD whose cells make groups of columns: a title of the whole
   table stands above it. */
static const struct doc_node *grouping_row(const struct html *h,
                                           const struct doc_node *head)
{
    const struct doc_node *found = NULL;

    for (const struct doc_node *row = head->first; row != NULL;
         row = row->next) {
        for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
            if (!html_heads_columns(c))
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
        html_attr_int(&h->tags, "span", html_span(c->u.cell.columns));
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
    html_role(h, "rowgroup");
    return true;
}

bool html_enter_row(struct html *h, const struct doc_node *n)
{
    h->table->row = n;
    table_grid_row(&h->table->grid);
    html_node(h, TAG_TR, n,
              n->role == ROLE_TOTAL         ? "total"
              : n->role == ROLE_GROUP_TITLE ? "group"
                                            : NULL,
              NULL);
    html_role(h, "row");
    return true;
}
