/*
 * typed_mark.h - marks of lists that somebody typed before words, as Markdown
 * and Word both meet them: `•`, `o`, `1)`, `(iv)`, `[2]`, `①`.
 *
 * Ownership: none.
 */
#ifndef INPUT_PROSE_TYPED_MARK_H
#define INPUT_PROSE_TYPED_MARK_H

#include "core/base/str.h"

#include <stdbool.h>

struct typed_mark {
    size_t len;      /* without the space behind it; 0: there is no mark */
    bool bullet;     /* else it counts: */
    unsigned number; /* which it is where numbers, */
    unsigned roman;  /* i, ii, iii */
    unsigned letter; /* or a, b, c count; 0: it is none of these */
    bool doubtful; /* words begin so as well: `A. Jones`, `✓ done`, `– 5%` */
};

/* That with which TEXT begins; words stand behind it. */
struct typed_mark typed_mark_of(struct str text);

/* LABEL as a number; 0: something else stands in it than digits. */
unsigned typed_mark_number(struct str label);

/* Whether MARK goes on with what BEFORE was one of. */
bool typed_mark_follows(const struct typed_mark *mark,
                        const struct typed_mark *before);

/* Whether MARK is the N-th of some series. */
bool typed_mark_is(const struct typed_mark *mark, unsigned n);

#endif
