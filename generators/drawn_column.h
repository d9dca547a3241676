/*
 * drawn_column.h - what is drawn beside the cells of a table's column.
 *
 * For the generators that print tables, in generators/ alone. Rows are the
 * plain ones: totals and titles of groups have no drawing.
 *
 * Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_DRAWN_COLUMN_H
#define GENERATORS_DRAWN_COLUMN_H

#include "core/doc/cell_drawing.h"
#include "generators/cell.h"

/*
 * What in->call asks for of column INDEX of its table; NULL: nothing, or what
 * cannot be drawn, which is a finding.
 */
const struct drawn_column *drawn_column(const struct generator_in *in,
                                        struct doc *d,
                                        const struct table *table,
                                        size_t index);

/* Columns that in->call asks for and PRINTED, a flag for each column of TABLE,
   says are not there: findings. */
void drawn_columns_prove(const struct generator_in *in, struct doc *d,
                         const struct table *table, const bool *printed);

/* Adds the drawing of a row, or of the head, to CELL. */
void drawn_column_row(const struct drawn_column *c, struct doc_node *cell,
                      size_t row);
void drawn_column_head(const struct drawn_column *c, struct doc_node *cell);

/* What its marks mean, for a paragraph below the table: each kind of mark
   beside its words; NULL where that is plain, or C is NULL. */
struct doc_node *drawn_column_key(const struct drawn_column *c,
                                  struct doc_node *parent);

/* What its column has for drawings. */
struct doc_room drawn_column_room(const struct drawn_column *c);

#endif
