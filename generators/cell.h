/*
 * cell.h - cells of tables in the tree. For generators/ alone.
 */
#ifndef GENERATORS_CELL_H
#define GENERATORS_CELL_H

#include "generators/generator.h"

/* How a column of a table is printed; made once a table: cell.c. */
struct printed_column {
    size_t index; /* in the table */
    enum value_type type;
    uint8_t decimals; /* of money: 2 if any cell of the column has pence */
    bool heads_row;
    bool as_written; /* money has the decimals of its own cell instead */
    struct doc_column form;
};

struct printed_column generate_column(const struct table *table, size_t index);

/* COLUMN for C and what is printed beside it. */
struct printed_column generate_column_of(const struct printed_column *column,
                                         const struct cell *c);

/* A figure of COLUMN's type in print: money with the column's decimals. */
struct str generate_figure(const struct generator_in *in, struct doc *d,
                           const struct printed_column *column,
                           struct decimal value);

/* A data cell, or the header cell of its row, in print. */
struct doc_node *generate_cell(const struct generator_in *in, struct doc *d,
                               struct doc_node *row, const struct table *table,
                               size_t table_row,
                               const struct printed_column *column);

#endif
