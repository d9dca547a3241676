/*
 * turned_rows.h - what references mean that stand in other turns of the same
 * rows (see doc_turn()). A part of doc_turns.c.
 *
 * TURNS are what an id carries of its turn. Found in steps that do not depend
 * on how often anything is repeated.
 *
 * Ownership: the arena of the document. Failure: sticks there; then nothing is
 * found.
 */
#ifndef CORE_DOC_TURNED_ROWS_H
#define CORE_DOC_TURNED_ROWS_H

#include "core/base/name_map.h"
#include "core/doc/doc.h"

#define TURN_SIGN '\x1F' /* no text that is read can hold it */

/* A node of one turn and what it is called there. */
struct turned {
    struct doc_node *node;
    struct str id;
    size_t order; /* in the document; then among those that are called so */
};

/* What is called so in a row, in all the rows around it, or anywhere: 1 + its
   place in TURNED, where those of one id follow each other. Made when first
   asked. */
struct rows_index {
    const struct turned *turned;
    size_t nturned;
    struct name_map places;
    struct name_map of_one_row; /* the ids of what was written for one */
    struct list meetings;
    struct name_map asked; /* 1 + the first of the meetings that are so */
    struct name_map met;   /* of these, by their rows: as PLACES */
    bool made;
};

/* The row of the innermost turn of *TURNS, which is cut off; NULL: there is
   none. */
const struct doc_row *turn_cut_row(const struct doc *d, struct str *turns);

/* What is called ID where the rows of TURNS are repeated elsewhere: in all of
   them, in the innermost that it has, or wherever no row is another one. NULL:
   there is none; *SHARED: but others of what these are rows of. */
const struct turned *turned_of_row(struct doc *d, struct rows_index *index,
                                   struct str id, struct str turns,
                                   bool *shared);

/* The one that is called ID, where it was written for one row alone: whoever
   refers to it means that. NULL: there are more, or others may have it, too.
   Asked after turned_of_row(). */
const struct turned *turned_of_one_row(struct doc *d, struct rows_index *index,
                                       struct str id);

#endif
