/*
 * html_rows.h - tables that a narrow screen lays out anew: the name of each
 * row, and below it its figures, each after the words that head its column.
 *
 * CSS does it, by the place of a cell from the end of its row: so only for a
 * table in which that place tells the column of every cell of data. A table
 * that is narrow enough, or too long to be read so, stays as it is and moves
 * sideways.
 */
#ifndef OUTPUT_HTML_HTML_ROWS_H
#define OUTPUT_HTML_HTML_ROWS_H

#include "core/base/buf.h"
#include "core/doc/doc.h"

enum html_rows {
    ROWS_STAY,
    ROWS_PHONE,  /* laid out anew on a phone */
    ROWS_TABLET, /* and on what is narrower than a desk */
};

enum html_rows html_rows_of(const struct doc_node *table);

/* Where cells of TABLE stand below their rows on a wide screen and on paper:
   the number of its other columns. 0: there are none, or spans are in the way.
 */
uint32_t html_columns_beside(const struct doc_node *table);

/* The words before the cells of all tables of D that a narrow screen lays out
   anew, which have the classes t1, t2 and so on in the order of the document;
   and how many columns those with cells below their rows have beside them, n4
   for four. */
void html_rows_css(struct buf *out, const struct doc *d);

#endif
