/*
 * each_row.h - sections and parts that stand once for each row.
 *
 * For generators/ alone. What has no `each` stands once.
 *
 * Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_EACH_ROW_H
#define GENERATORS_EACH_ROW_H

#include "generators/listed.h"

struct each_row {
    struct generator_in in; /* that of whoever walks, in its row */
    enum audience audience; /* of what stands for the row at hand */
    size_t number;          /* of the row at hand, from 1; 0: of no row */
    struct doc *d;
    bool left_out; /* there are no rows: for the trial alone */
    enum audience around;
    const char *around_turn;
    struct listed rows;
    size_t next;
    bool ended;
};

/* Begins to walk through what EACH says, which stands at AT. AUDIENCE and
   MEDIUM are those of what is repeated: how often it stands would tell how many
   internal rows there are. */
struct each_row each_row_begin(const struct generator_in *in, struct doc *d,
                               struct str each, struct place at,
                               enum audience audience, enum doc_medium medium);

/* The next one. False at the end. */
bool each_row_next(struct each_row *e);

#endif
