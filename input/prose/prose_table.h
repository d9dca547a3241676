/*
 * prose_table.h - a table of words that stands in prose, cell after cell.
 *
 * Its first row is its head; every row has as many cells as that one. What is
 * between prose_table_cell() and prose_close() is the cell's.
 *
 * Ownership and failure: those of the builder.
 */
#ifndef INPUT_PROSE_PROSE_TABLE_H
#define INPUT_PROSE_PROSE_TABLE_H

#include "input/prose/prose_builder.h"

#define PROSE_COLUMNS_MAX 64

struct prose_table {
    struct doc_node *node;
    struct doc_column *columns;
    uint32_t ncolumns;
    uint32_t column;    /* of the cell that is next */
    uint32_t head_rows; /* that are still to come: one, or as many as is said
                           before the first */
    bool in_head;
    bool has_rows; /* the head is open, or behind */
};

/* False, and a finding: it has no columns, or too many. A caption may follow
   before its first row. */
bool prose_table_begin(struct prose_table *t, struct prose_builder *b,
                       uint32_t ncolumns);
void prose_table_row(struct prose_table *t, struct prose_builder *b);
/* The alignment of the head's cell is that of its column. */
void prose_table_cell(struct prose_table *t, struct prose_builder *b,
                      enum doc_align align);
void prose_table_end(struct prose_table *t, struct prose_builder *b);

#endif
