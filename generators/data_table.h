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

#include "generators/data_table_parts.h"

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
