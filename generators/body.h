/*
 * body.h - what the nodes become that bodies of templates alone have: the
 * title, the logo, blocks, what stands beside each other. For generators/
 * alone.
 *
 * Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_BODY_H
#define GENERATORS_BODY_H

#include "generators/generator.h"

/* What stands for the logos of the house style. */
bool body_is_logo(const struct doc_node *n);
/* N, which may be NULL, becomes LOGO. False: it does not. */
bool body_take_logo(const struct doc *d, const struct house_logo *logo,
                    struct doc_node *n);

/* N, which is to stand in BASE or below it, as it is there. False: it cannot
   stand there. */
bool body_settle(const struct generator_in *in, const struct doc *d,
                 const struct doc_node *base, struct doc_node *n);

/* What BLOCK says holds for all that took its place: FIRST and what follows. */
void body_inherit(const struct doc_node *block, struct doc_node *first);

/* A BLOCK of a template that prints a header field which stands in some copies
   or in one medium alone, N in the tree, goes with it. */
void body_take_from_fields(const struct generator_in *in,
                           const struct doc_node *block, struct doc_node *n);

/* CUT gets what *TEXT begins with, as far as it is of one language, *TEXT what
   follows: the language is that of the header field which is printed there, or
   NULL, that of the words around. */
const char *body_language_cut(const struct generator_in *in, struct str *text,
                              struct str *cut);

bool body_sides_are_empty(const struct doc_node *sides);

/* The number of the report's first page, FIRST, which N of running matter
   gives: it counts for all pages. NAME as an expression that prints it. */
void body_first_page(const struct generator_in *in, struct doc *d,
                     struct doc_node *n, struct str first);
struct str body_first_name(struct doc *d, struct str name);

/* The field that TEXT prints alone, {{meeting}}, or NULL: what it says stands
   where the field was given. */
const struct field *body_field_alone(const struct generator_in *in,
                                     struct str text);

#endif
