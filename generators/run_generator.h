/*
 * run_generator.h - generators, run where a template or prose asks for them.
 * For generators/ alone.
 */
#ifndef GENERATORS_RUN_GENERATOR_H
#define GENERATORS_RUN_GENERATOR_H

#include "generators/generator.h"

/* What CALL asks for, added to PARENT, a SECTION or a SIGN_OFF. */
void run_generator(const struct generator_in *in, struct doc *d,
                   struct doc_node *parent, const struct generator_call *call,
                   struct place at);

/* Fills all places that wait, and those that wait in what fills them. */
void run_waiting(const struct generator_in *in);

/* Whether two generators print the same of their data: all of it as a table,
   or one picture. */
bool generators_print_alike(const char *a, const char *b);

/* What the template prints at the end of a section may have a better place
   among the author's words: it stands there, and once. Only where everybody
   sees it. */
bool generator_placed_by_author(const struct generator_in *in,
                                const struct generator_call *call);

#endif
