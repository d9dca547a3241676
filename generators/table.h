/*
 * table.h - the generators by name; for generators/ alone.
 *
 * To add one: a file with its function, a line here, a row in table.c, and
 * its line in docs/templates.md.
 */
#ifndef GENERATORS_TABLE_H
#define GENERATORS_TABLE_H

#include "generators/generate.h"

generator_fn generate_appendices;
generator_fn generate_background_papers;
generator_fn generate_contacts;
generator_fn generate_narrative;
generator_fn generate_recommendations;
generator_fn generate_table;
generator_fn generate_timetable;

/* in->data as a table whose rows are headed by the column HEAD; table's
   ncolumns: by none. */
void generate_data_table(const struct generator_in *in, struct doc *d,
                         struct doc_node *section, size_t head);

/* The column that the argument `head` names, or else OTHERWISE. */
size_t generate_head_column(const struct generator_in *in, size_t otherwise);

#endif
