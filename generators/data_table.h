/*
 * data_table.h - a table of data on its way into the tree.
 *
 * For the generators that print tables, in generators/ alone. Each says how
 * its table differs (struct table_form), begins it, adds its rows and ends it.
 *
 * Ownership and failure: as for doc.h; what was not begun takes no rows.
 */
#ifndef GENERATORS_DATA_TABLE_H
#define GENERATORS_DATA_TABLE_H

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

/* in->data as a table in SECTION: caption, title and column headings. */
void data_table_begin(struct data_table *m, const struct generator_in *in,
                      struct doc *d, struct doc_node *section,
                      const struct table_form *form);

/* The same in two: all but its caption, and the headings below that. */
void data_table_open(struct data_table *m, const struct generator_in *in,
                     struct doc *d, struct doc_node *section,
                     const struct table_form *form);
void data_table_head(struct data_table *m);

/* A row of the foot below all others: TEXT at its head, VALUE in COLUMN of the
   data, with notes on FAULTS. False when that column is not printed. */
bool data_table_foot(struct data_table *m, size_t column, struct str text,
                     struct str value, const struct expanded_fault *faults,
                     struct place at);

/* The notes on what was printed follow the table. */
void data_table_end(struct data_table *m);

/* The column that heads rows: the one that the argument `head` names, if the
   data has it, else that of role FIRST, else that of role label or key. */
size_t generate_head_column(const struct generator_in *in,
                            enum column_role first);

#endif
