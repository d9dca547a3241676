/*
 * listed.h - what `each` walks, as a table. For generators/ alone.
 *
 * Data of the report, a header field that is a list, people, those of a role,
 * papers, appendices. What is no data becomes a table of text columns, so that
 * expressions need know nothing else.
 *
 * Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_LISTED_H
#define GENERATORS_LISTED_H

#include "generators/generator.h"

struct listed {
    const struct table *table; /* NULL: there is nothing to walk */
    const struct data *data;   /* whose table it is, or NULL */
    const uint8_t *audiences;  /* of its rows, enum audience; NULL: data's */
    enum doc_medium medium;    /* in which alone a header field is printed */
    const void *const *things; /* that its rows are of, for generate_mark();
                                  NULL where it is data */
    struct str rows;           /* what these rows are of, whichever name they
                                  are walked by: the data of a view */
};

/* What NAME is, which stands at AT. Unknown names are findings, but for data
   that a template asks for: a report need not have it. */
struct listed listed_find(const struct generator_in *in, struct doc *d,
                          struct str name, struct place at);

/* A finding: what is repeated for ROWS is not in their medium alone. */
void listed_refuse_medium(const struct generator_in *in,
                          const struct listed *rows, struct place at);

/* What a report calls ROW: by its key or, of a list or people, what it says
   first. Empty where nothing names it, and behind the last. */
struct str listed_name(const struct table *t, size_t row);

/* The next turn, inside AROUND: of ROW of T, whose rows are those of ROWS. */
const char *listed_turn(struct doc *d, const char *around, struct str rows,
                        const struct table *t, size_t row);

#endif
