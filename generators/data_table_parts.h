/*
 * data_table_parts.h - what a table of data is made of. For data_table*.[ch]
 * and the generators' rows.
 *
 * Ownership: the tree's arena.
 */
#ifndef GENERATORS_DATA_TABLE_PARTS_H
#define GENERATORS_DATA_TABLE_PARTS_H

#include "generators/cell.h"

/* Where the names of groups stand. */
enum group_form {
    GROUPS_IN_COLUMN, /* in a column like any other */
    GROUPS_IN_ROWS,   /* across all columns, above the rows of each */
    GROUPS_IN_HEAD,   /* in the column that heads the rows, where a row names
                         its group and nothing in it; across all columns where
                         none does */
};

struct table_form {
    enum column_role head; /* of the column that heads rows, where the argument
                              `head` names none: generate_head_column() */
    enum group_form groups;
    bool own_decimals; /* each amount of money with its own decimals */
};

struct data_table {
    const struct generator_in *in;
    struct doc *d;
    const struct table *table;
    const struct table *given; /* the data's, where `table` was made of it */
    const struct table_form *form;
    enum group_form groups; /* the form's, or what suits the data */
    const size_t *order;    /* the columns that are printed, in their order */
    size_t norder;
    size_t head; /* the column that heads rows; the table's ncolumns: none */
    struct printed_column *columns;
    uint32_t ncolumns;
    uint8_t zeros;         /* of the one unit that all its money is in */
    size_t group;          /* the column of groups, or the table's ncolumns */
    struct str group_text; /* of the rows so far */
    bool heads_group; /* the row at hand names its group for those below it */
    const struct shown_fault *faults; /* by row and column */
    size_t nfaults;
    size_t next_fault;
    struct doc_node *node;  /* NULL: there is nothing to print */
    struct doc_node *notes; /* a fragment; they follow the table */
};

#endif
