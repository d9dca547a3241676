#include "output/pdf/pdf_headers.h"

#include "core/base/mem.h"
#include "core/doc/table_grid.h"
#include "output/pdf/pdf_parents.h"

/* A header cell of the head, once for each column that it spans. */
struct column_header {
    uint32_t id;
    uint32_t first; /* its first column */
    uint32_t next;  /* index of another of this column; NO_HEADER */
};

struct row_header {
    uint32_t id;
    uint32_t rows; /* that it still spans, this one included */
};

#define NO_HEADER UINT32_MAX

struct pdf_headers_table {
    struct pdf_headers_table *outer;
    const struct doc_node *node;
    const struct doc_node *group;
    const struct doc_node *row;
    bool wanted; /* Scope is not enough */
    struct table_grid grid;
    uint32_t *last;        /* by column: index of its last column_header */
    struct buf columns;    /* struct column_header */
    struct buf rows;       /* struct row_header: of the row at hand */
    struct buf titles;     /* uint32_t: of the rows of this group so far */
    struct buf new_titles; /* uint32_t: those of the row at hand */
};

static bool is_header(const struct doc_node *cell)
{
    return cell->u.cell.scope != SCOPE_NONE;
}

static bool spans(const struct doc_node *cell)
{
    return cell->u.cell.rows > 1 || cell->u.cell.columns > 1;
}

/* Of the rows below it, too. */
static bool heads_group(const struct doc_node *row, const struct doc_node *cell)
{
    return cell->u.cell.scope == SCOPE_GROUP ||
           (is_header(cell) && row->role == ROLE_GROUP_TITLE);
}

static bool row_wants_headers(const struct doc_node *row)
{
    if (row->role == ROLE_GROUP_TITLE)
        return true;
    for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
        if (heads_group(row, c) || (is_header(c) && spans(c)))
            return true;
    }
    return false;
}

static bool table_wants_headers(const struct doc_node *table)
{
    for (const struct doc_node *g = table->first; g != NULL; g = g->next) {
        if (g->kind != DOC_ROW_GROUP)
            continue;
        for (const struct doc_node *row = g->first; row != NULL;
             row = row->next) {
            if (row_wants_headers(row))
                return true;
        }
    }
    return false;
}

void pdf_headers_init(struct pdf_headers *h)
{
    *h = (struct pdf_headers){NULL, ST_OK};
}

static void fail(struct pdf_headers *h, enum status why)
{
    h->status = status_worst(h->status, why);
}

static void table_free(struct pdf_headers_table *t)
{
    if (t == NULL)
        return;
    table_grid_free(&t->grid);
    mem_free(t->last);
    buf_free(&t->columns);
    buf_free(&t->rows);
    buf_free(&t->titles);
    buf_free(&t->new_titles);
    mem_free(t);
}

void pdf_headers_free(struct pdf_headers *h)
{
    while (h->table != NULL) {
        struct pdf_headers_table *outer = h->table->outer;

        table_free(h->table);
        h->table = outer;
    }
}

static void enter_table(struct pdf_headers *h, const struct doc_node *node)
{
    const uint32_t n = node->u.table->ncolumns;
    struct pdf_headers_table *t = mem_zalloc(1, sizeof(*t));

    if (t == NULL) {
        fail(h, ST_NOMEM);
        return;
    }
    t->outer = h->table;
    t->node = node;
    h->table = t;
    t->wanted = table_wants_headers(node);
    buf_init(&t->columns, SIZE_MAX / 2);
    buf_init(&t->rows, SIZE_MAX / 2);
    buf_init(&t->titles, SIZE_MAX / 2);
    buf_init(&t->new_titles, SIZE_MAX / 2);
    if (!t->wanted)
        return;
    t->last = mem_zalloc(n, sizeof(*t->last));
    if (!table_grid_init(&t->grid, n) || t->last == NULL) {
        t->wanted = false;
        fail(h, ST_NOMEM);
        return;
    }
    for (uint32_t i = 0; i < n; i++)
        t->last[i] = NO_HEADER;
}

/* Of the row headers only those that reach into the next row stay. */
static void pass_row(struct pdf_headers_table *t)
{
    struct row_header *r = (void *)t->rows.ptr;
    const size_t n = t->rows.len / sizeof(*r);
    size_t kept = 0;

    for (size_t i = 0; i < n; i++) {
        if (--r[i].rows > 0)
            r[kept++] = r[i];
    }
    t->rows.len = kept * sizeof(*r);
    if (t->new_titles.len > 0) {
        buf_clear(&t->titles);
        buf_str(&t->titles, buf_view(&t->new_titles));
        buf_clear(&t->new_titles);
    }
}

void pdf_headers_enter(struct pdf_headers *h, const struct doc_node *node)
{
    struct pdf_headers_table *t = h->table;

    if (node->kind == DOC_TABLE) {
        enter_table(h, node);
    } else if (t != NULL && t->wanted && node->kind == DOC_ROW_GROUP) {
        t->group = node;
        buf_clear(&t->rows);
        buf_clear(&t->titles);
        table_grid_group(&t->grid);
    } else if (t != NULL && t->wanted && node->kind == DOC_ROW) {
        t->row = node;
        table_grid_row(&t->grid);
    }
}

void pdf_headers_leave(struct pdf_headers *h, const struct doc_node *node)
{
    struct pdf_headers_table *t = h->table;

    if (t == NULL)
        return;
    if (node->kind == DOC_ROW && t->wanted)
        pass_row(t);
    if (node != t->node)
        return;
    fail(h, buf_status(&t->columns));
    fail(h, buf_status(&t->rows));
    fail(h, buf_status(&t->titles));
    fail(h, buf_status(&t->new_titles));
    h->table = t->outer;
    table_free(t);
}

/* Headers over any of the columns [FIRST, FIRST + SPAN), each once. */
static void put_columns(const struct pdf_headers_table *t, uint32_t first,
                        uint32_t span, struct buf *out)
{
    const struct column_header *all = (const void *)t->columns.ptr;

    for (uint32_t c = first; c < first + span; c++) {
        for (uint32_t i = t->last[c]; i != NO_HEADER; i = all[i].next) {
            if (c == first || all[i].first == c)
                pdf_write_id(out, all[i].id);
        }
    }
}

static void put_rows(const struct pdf_headers_table *t, struct buf *out)
{
    const struct row_header *r = (const void *)t->rows.ptr;
    const size_t n = t->rows.len / sizeof(*r);

    for (size_t i = 0; i < n; i++)
        pdf_write_id(out, r[i].id);
}

static void put_titles(const struct pdf_headers_table *t, struct buf *out)
{
    const uint32_t *ids = (const void *)t->titles.ptr;
    const size_t n = t->titles.len / sizeof(*ids);

    for (size_t i = 0; i < n; i++)
        pdf_write_id(out, ids[i]);
}

static void add_column(struct pdf_headers_table *t, uint32_t id, uint32_t first,
                       uint32_t span)
{
    for (uint32_t c = first; c < first + span; c++) {
        const struct column_header header = {id, first, t->last[c]};

        t->last[c] = (uint32_t)(t->columns.len / sizeof(header));
        buf_add(&t->columns, &header, sizeof(header));
    }
}

static void add_row(struct pdf_headers_table *t, uint32_t id,
                    const struct doc_node *cell)
{
    const struct row_header header = {
        id, cell->u.cell.rows == 0 ? 1 : cell->u.cell.rows};

    buf_add(&t->rows, &header, sizeof(header));
    if (heads_group(t->row, cell))
        buf_add(&t->new_titles, &id, sizeof(id));
}

bool pdf_headers_cell(struct pdf_headers *h, const struct doc_node *cell,
                      uint32_t next_id, struct buf *out)
{
    struct pdf_headers_table *t = h->table;
    bool titles;
    uint32_t column;
    uint32_t span;

    if (t == NULL || !t->wanted ||
        !table_grid_cell(&t->grid, cell, &column, &span))
        return false;
    /* A group's title is a header of what follows; it has none itself. */
    titles = is_header(cell) && t->row->role == ROLE_GROUP_TITLE;
    if (!titles) {
        put_columns(t, column, span, out);
        if (t->row->role != ROLE_GROUP_TITLE)
            put_titles(t, out);
        put_rows(t, out);
    }
    if (!is_header(cell))
        return false;
    if (t->group->level == GROUP_HEAD)
        add_column(t, next_id, column, span);
    else
        add_row(t, next_id, cell);
    return true;
}
