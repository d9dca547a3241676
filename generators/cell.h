/*
 * cell.h - cells of data in the tree and in sentences. For generators/ alone.
 */
#ifndef GENERATORS_CELL_H
#define GENERATORS_CELL_H

#include "core/model/cell_text.h"
#include "generators/generator.h"

/* How a column of a table is printed; made once a table. */
struct drawn_column; /* generators/drawn_column.h */

struct printed_column {
    size_t index; /* in the data */
    struct cell_form form;
    bool heads_row;
    struct doc_column look;
    const struct drawn_column *drawn; /* or NULL */
};

struct printed_column generate_column(const struct table *table, size_t index);

/* The same where the heading says its unit. */
struct printed_column generate_column_in_unit(const struct table *table,
                                              size_t index);

/* A data cell, or the header cell of its row, in print. */
struct doc_node *generate_cell(const struct generator_in *in, struct doc *d,
                               struct doc_node *row, const struct table *table,
                               size_t table_row,
                               const struct printed_column *column);

/* What a cell says inside a sentence or a picture; of prose, its first
   block. */
struct str generate_cell_words(const struct generator_in *in, struct doc *d,
                               const struct table *table, size_t row,
                               size_t column);

#endif
