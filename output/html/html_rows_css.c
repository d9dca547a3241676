#include "output/html/html_rows.h"

#include "output/html/html_escape.h"
#include "output/html/html_parts.h"

static void put_numbers(struct buf *out, const bool *wanted)
{
    for (unsigned i = 0; i <= HTML_COLUMNS_MOST; i++) {
        if (wanted[i])
            buf_printf(out, ".n%u{--n:%u}\n", i, i);
    }
}

/* --- the words before the cells --- */

void html_heading_words(const struct doc_node *table, uint32_t column,
                        struct buf *words)
{
    uint32_t busy[HTML_HEADED_MOST] = {0};
    struct table_grid g = table_grid_on(busy, table->u.table->ncolumns);

    if (g.ncolumns > HTML_HEADED_MOST)
        return;
    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        if (n->kind != DOC_ROW_GROUP || n->level != GROUP_HEAD)
            continue;
        for (const struct doc_node *row = n->first; row != NULL;
             row = row->next) {
            table_grid_row(&g);
            for (const struct doc_node *c = row->first; c != NULL;
                 c = c->next) {
                uint32_t at, span;

                if (!table_grid_cell(&g, c, &at, &span) || column < at ||
                    column >= at + span ||
                    span == g.ncolumns) /* a title of the table */
                    continue;
                if (words->len > 0 && !doc_cell_is_blank(c))
                    buf_puts(words, ", ");
                doc_plain_text(c, words);
            }
        }
    }
}

static void put_words(struct buf *out, const struct doc_node *table,
                      const struct html_rows *rows, unsigned number)
{
    const uint32_t n = table->u.table->ncolumns;
    struct buf words;

    buf_init(&words, out->limit);
    buf_printf(out, "@media screen and (max-width:%s){",
               rows->relaid == ROWS_TABLET ? "60em" : "40em");
    for (uint32_t i = 0; i < n; i++) {
        buf_clear(&words);
        html_heading_words(table, i, &words);
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

void html_rows_css(struct buf *out, const struct doc *d, uint32_t desk)
{
    struct doc_walk w = doc_walk(d->root);
    unsigned number = 0;
    bool beside[HTML_COLUMNS_MOST + 1] = {false};

    while (doc_walk_next(&w)) {
        struct html_rows rows;

        if (!w.entering)
            continue;
        if (html_is_printed_only(w.node)) {
            doc_walk_skip(&w);
        } else if (w.node->kind == DOC_TABLE) {
            rows = html_rows_of(w.node, desk);
            beside[rows.beside] = true;
            if (w.node->u.table->rooms == NULL && rows.relaid != ROWS_STAY)
                put_words(out, w.node, &rows, ++number);
        }
    }
    beside[0] = false;
    put_numbers(out, beside);
}
