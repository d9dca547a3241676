#include "output/html/html_hanging.h"

#include "core/base/mem.h"
#include "core/base/utf8.h"
#include "output/html/html_grid.h"

/* The marks that hang behind the figure of CELL; NULL: none do. */
static const struct doc_node *marks_of(const struct doc_node *cell)
{
    const struct doc_node *last = cell->last;

    return last != NULL && last->role == ROLE_HANGING ? last : NULL;
}

size_t html_hanging_characters(const struct doc_node *span)
{
    struct doc_walk w = doc_walk(span);
    size_t n = 0;

    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_TEXT)
            n += utf8_count(w.node->text);
    }
    return n;
}

static void look_at_row(uint8_t *hangs, uint8_t *most, struct html_grid *g,
                        const struct doc_node *row)
{
    html_grid_row(g);
    for (const struct doc_node *c = row->first; c != NULL; c = c->next) {
        const struct doc_node *marks = marks_of(c);
        uint32_t column;
        size_t n;

        if (!html_grid_take(g, c, &column))
            return;
        n = marks == NULL ? 0 : html_hanging_characters(marks);
        if (n > HTML_HANGING_MOST || n <= hangs[column])
            continue;
        hangs[column] = (uint8_t)n;
        *most = hangs[column] > *most ? hangs[column] : *most;
    }
}

uint8_t *html_hanging(const struct doc_node *table, uint8_t *most)
{
    struct html_grid g = html_grid(table);
    uint8_t *hangs = mem_zalloc(g.ncolumns, sizeof(*hangs));

    *most = 0;
    if (hangs == NULL || g.ncolumns > HTML_HEADED_MOST)
        return hangs;
    for (const struct doc_node *n = table->first; n != NULL; n = n->next) {
        for (const struct doc_node *row = n->first;
             n->kind == DOC_ROW_GROUP && row != NULL; row = row->next)
            look_at_row(hangs, most, &g, row);
    }
    return hangs;
}
