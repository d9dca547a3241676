/*
 * turned_rows.h - what a reference means that is repeated over the same rows as
 * what it refers to, in another place. A part of doc_turns.c.
 *
 * A template prints a heading `#risk` for each risk, and further down an action
 * for each risk, which refers to `#risk`: in the turn of row 3 that is the
 * heading of row 3.
 *
 * TURNS are what an id carries behind what its author wrote (doc_turn()): the
 * turns that it stands in, the innermost last, each behind a TURN_SIGN. What a
 * turn is a row of (`rows` of struct doc_row) is called a list here. How many
 * steps a reference takes does not depend on how often anything is repeated.
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

/* Made when first asked. */
struct rows_index {
    const struct turned *turned; /* nodes of one id follow each other */
    size_t nturned;
    struct name_map places;     /* keys of an id with its rows or lists, to 1 +
                                   the place in TURNED of the first that has
                                   them */
    struct name_map of_one_row; /* the ids of what was written for one */
    struct list meetings;       /* of struct rows_meeting, turned_rows.c */
    struct name_map asked;      /* its `asked`, to 1 + the first of those */
    struct name_map met;        /* met_key(), to the same as PLACES */
    bool made;
};

/* The row of the innermost turn of *TURNS, which is cut off; NULL: there is
   none. */
const struct doc_row *turn_cut_row(const struct doc *d, struct str *turns);

/* The node called ID that a reference in TURNS means: the one in all the same
   rows; else the one in the innermost row that any is in; else the first that
   is in no other row of the lists that both are repeated over. NULL: there is
   none; *SHARED: some called so are repeated over one of these lists. */
const struct turned *turned_of_row(struct doc *d, struct rows_index *index,
                                   struct str id, struct str turns,
                                   bool *shared);

/* The one that is called ID, where it was written for one row alone: whoever
   refers to it means that. NULL: there are more, or others may have it, too.
   Asked after turned_of_row(). */
const struct turned *turned_of_one_row(struct doc *d, struct rows_index *index,
                                       struct str id);

#endif
