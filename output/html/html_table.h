/*
 * html_table.h - a table on its way into HTML, and its cells (html_cell.c); for
 * output/html alone.
 */
#ifndef OUTPUT_HTML_HTML_TABLE_H
#define OUTPUT_HTML_HTML_TABLE_H

#include "core/doc/cell_drawing.h"
#include "output/html/html_parts.h"
#include "output/html/html_rows.h"

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
    const struct doc_node *grouping; /* its cells are groups of columns */
    bool relaid;                     /* on a narrow screen: html_rows.h */
    enum html_lines lines;           /* those of the cell at hand */
    struct html_rows rows;
    struct table_grid grid;
};

static inline uint32_t html_span(uint16_t n)
{
    return n == 0 ? 1 : n;
}

static inline bool html_heads_columns(const struct doc_node *cell)
{
    return cell->u.cell.scope == SCOPE_COLUMN && cell->u.cell.columns > 1;
}

/* What stands in cells beside its figure is laid out by rules of its own. */
static inline bool html_table_is_drawn(const struct html_table *t)
{
    return t->model->rooms != NULL;
}

/* Says what an element is where CSS takes it out of a table's layout, which
   some browsers hear as no table any more. */
static inline void html_role(struct html *h, const char *name)
{
    if (h->table->relaid)
        html_attr(&h->tags, "role", str_of(name));
}

#endif
