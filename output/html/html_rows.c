#include "output/html/html_rows.h"

#include "core/base/utf8.h"
#include "output/html/html_escape.h"
#include "output/html/html_parts.h"

#include <string.h>

#define COLUMNS_LEAST 3
#define COLUMNS_MOST 40
#define ROWS_MOST 400
#define PHONE_CHARACTERS 44 /* that a line has room for, in type of tables */
#define TABLET_CHARACTERS 84
#define WORDS_LEAST                                                            \
    12 /* characters that a column of words needs, if it has                   \
          so many */

/* Which columns the cells of a row take. */
struct grid {
    uint32_t ncolumns;
    uint32_t next;               /* of the row at hand */
    uint32_t left[COLUMNS_MOST]; /* rows that a cell above still covers */
};

static void begin_row(struct grid *g)
{
    g->next = 0;
    for (uint32_t i = 0; i < g->ncolumns; i++)
        g->left[i] -= g->left[i] > 0;
}

/* The column of CELL, and behind it the next that is free; false: the row is
   longer than its table. */
static bool take(struct grid *g, const struct doc_node *cell, uint32_t *column)
{
    const uint32_t span = cell->u.cell.columns > 1 ? cell->u.cell.columns : 1;

    while (g->next < g->ncolumns && g->left[g->next] > 0)
        g->next++;
    *column = g->next;
    if (span > g->ncolumns - g->next)
        return false;
    for (uint32_t i = 0; i < span; i++)
        g->left[g->next++] = cell->u.cell.rows > 1 ? cell->u.cell.rows : 1;
    return true;
}

struct need {
    size_t word; /* characters of the longest */
    size_t all;  /* of the longest line */
};

/* False: CELL holds another table. */
static bool measure(const struct doc_node *cell, struct need *need)
{
    struct doc_walk w = doc_walk(cell);
    size_t all = 0;

    while (doc_walk_next(&w)) {
        struct str rest = w.node->text;

        if (w.node->kind == DOC_TABLE)
            return false;
        if (!w.entering || w.node->kind != DOC_TEXT)
            continue;
        all += utf8_count(rest);
        while (rest.len > 0) {
            const size_t n = utf8_count(str_cut(&rest, ' '));

            need->word = n > need->word ? n : need->word;
        }
    }
    need->all = all > need->all ? all : need->all;
    return true;
}

static size_t characters(const struct doc_column *c, const struct need *need)
{
    const size_t words = need->all < WORDS_LEAST ? need->all : WORDS_LEAST;

    if (c->align == ALIGN_END)
        return need->word; /* a heading breaks, a figure is one word */
    if (c->nowrap)
        return need->all;
    return need->word > words ? need->word : words;
}

static size_t cells_after(const struct doc_node *cell)
{
    size_t n = 0;

    for (cell = cell->next; cell != NULL; cell = cell->next)
        n++;
    return n;
}

/* Whether its place from the end of its row tells the column of CELL. */
static bool has_place(const struct grid *g, const struct doc_node *cell,
                      uint32_t column)
{
    return cell->u.cell.scope != SCOPE_NONE ||
           (cell->u.cell.columns <= 1 &&
            column + 1 + cells_after(cell) == g->ncolumns);
}

/* False: ROW cannot be laid out anew. */
static bool look_at_row(struct grid *g, const struct doc_node *row,
                        struct need *needs)
{
    const bool head = row->parent->level == GROUP_HEAD;

    begin_row(g);
    for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
        struct need passed = {0, 0};
        uint32_t column;

        if (!take(g, c, &column) || (!head && !has_place(g, c, column)) ||
            !measure(c, c->u.cell.columns > 1 ? &passed : &needs[column]))
            return false;
    }
    return true;
}

enum html_rows html_rows_of(const struct doc_node *table)
{
    const struct doc_table *model = table->u.table;
    struct need needs[COLUMNS_MOST] = {{0, 0}};
    struct grid g = {.ncolumns = model->ncolumns};
    size_t wanted = 0;
    size_t rows = 0;

    if (model->ncolumns < COLUMNS_LEAST || model->ncolumns > COLUMNS_MOST)
        return ROWS_STAY;
    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind != DOC_ROW_GROUP)
            continue;
        memset(g.left, 0, sizeof(g.left));
        for (const struct doc_node *row = n->first; row != NULL;
             row = row->next) {
            if (++rows > ROWS_MOST || !look_at_row(&g, row, needs))
                return ROWS_STAY;
        }
    }
    for (uint32_t i = 0; i < model->ncolumns; i++)
        wanted += characters(&model->columns[i], &needs[i]) + 1;
    return wanted > TABLET_CHARACTERS  ? ROWS_TABLET
           : wanted > PHONE_CHARACTERS ? ROWS_PHONE
                                       : ROWS_STAY;
}

/* --- cells below their rows --- */

/* Cells over some columns would have to say which. */
static bool has_spans(const struct doc_node *table, uint32_t ncolumns)
{
    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        for (const struct doc_node *row = n->first;
             n->kind == DOC_ROW_GROUP && row != NULL; row = row->next) {
            for (const struct doc_node *c = row->first; c != NULL;
                 c = c->next) {
                if (c->u.cell.rows > 1 ||
                    (c->u.cell.columns > 1 && c->u.cell.columns != ncolumns))
                    return true;
            }
        }
    }
    return false;
}

uint32_t html_columns_beside(const struct doc_node *table)
{
    const struct doc_table *model = table->u.table;
    uint32_t beside = 0;

    for (uint32_t i = 0; i < model->ncolumns; i++)
        beside += !model->columns[i].below;
    return beside == model->ncolumns || beside == 0 || beside > COLUMNS_MOST ||
                   has_spans(table, model->ncolumns)
               ? 0
               : beside;
}

static void put_numbers(struct buf *out, const bool *wanted)
{
    for (unsigned i = 0; i <= COLUMNS_MOST; i++) {
        if (wanted[i])
            buf_printf(out, ".n%u{--n:%u}\n", i, i);
    }
}

/* --- the words before the cells --- */

/* Adds what stands above COLUMN in the head of TABLE: one heading below the
   other. */
static void add_heading(const struct doc_node *table, uint32_t column,
                        struct buf *words)
{
    struct grid g = {.ncolumns = table->u.table->ncolumns};

    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind != DOC_ROW_GROUP || n->level != GROUP_HEAD)
            continue;
        for (const struct doc_node *row = n->first; row != NULL;
             row = row->next) {
            begin_row(&g);
            for (const struct doc_node *c = row->first; c != NULL;
                 c = c->next) {
                uint32_t at;

                if (!take(&g, c, &at) || column < at || column >= g.next ||
                    g.next - at == g.ncolumns) /* a title of the table */
                    continue;
                if (words->len > 0 && c->first != NULL)
                    buf_puts(words, ", ");
                doc_plain_text(c, words);
            }
        }
    }
}

static void put_words(struct buf *out, const struct doc_node *table,
                      unsigned number)
{
    const uint32_t n = table->u.table->ncolumns;
    struct buf words;

    buf_init(&words, out->limit);
    buf_printf(out, "@media screen and (max-width:%s){",
               html_rows_of(table) == ROWS_TABLET ? "60em" : "40em");
    for (uint32_t i = 0; i < n; i++) {
        buf_clear(&words);
        add_heading(table, i, &words);
        if (words.len == 0)
            continue;
        buf_printf(out, ".t%u td:nth-last-child(%u)::before{content:", number,
                   (unsigned)(n - i));
        html_escape_css_string(out, buf_view(&words));
        buf_puts(out, ";content:");
        html_escape_css_string(out, buf_view(&words));
        /* Heard as the heading that it is, not a second time. */
        buf_puts(out, "/\"\"}");
    }
    buf_puts(out, "}\n");
    if (buf_status(&words) != ST_OK)
        buf_fail(out, buf_status(&words));
    buf_free(&words);
}

void html_rows_css(struct buf *out, const struct doc *d)
{
    struct doc_walk w = doc_walk(d->root);
    unsigned number = 0;
    bool beside[COLUMNS_MOST + 1] = {false};

    while (doc_walk_next(&w)) {
        if (!w.entering)
            continue;
        if (html_is_printed_only(w.node)) {
            doc_walk_skip(&w);
        } else if (w.node->kind == DOC_TABLE) {
            beside[html_columns_beside(w.node)] = true;
            if (w.node->u.table->rooms == NULL &&
                html_rows_of(w.node) != ROWS_STAY)
                put_words(out, w.node, ++number);
        }
    }
    beside[0] = false;
    put_numbers(out, beside);
}
