/*
 * changes.h - what changed in data since the period before: rows that came and
 * went, figures that moved, statuses, days. What a report prints and what
 * `councilpress diff` says are made here.
 *
 * Rows are the same where they are called the same, and in one group where
 * several are called so. Without being told which,
 * these columns are compared: choices; of days the one of role period, or else
 * all; every figure, but for what says the period before again, and what the
 * data itself says of the movement since. A figure that follows from others of
 * its row, as a variance does, is said where none of them moved enough.
 *
 * Ownership: the arena that is given.
 */
#ifndef FIGURES_CHANGES_H
#define FIGURES_CHANGES_H

#include "core/base/list.h"
#include "figures/data_figures.h"

enum change_kind {
    CHANGE_NEW,
    CHANGE_GONE,
    CHANGE_MORE,
    CHANGE_LESS,
    CHANGE_LATER,
    CHANGE_EARLIER,
    CHANGE_COMPLETE, /* a choice that says that it is done */
    CHANGE_GIVEN,    /* it was blank */
    CHANGE_BLANKED,  /* it is blank now */
    CHANGE_OTHER,
    CHANGE_KIND_MAX,
};

struct change {
    enum change_kind kind;
    struct str name; /* of the row */
    size_t row;      /* of the data; of what is gone, of the data before */
    const struct column *column; /* NULL: it is the row itself */
    struct figure before;
    struct figure now;
    struct figure difference; /* of MORE and LESS, without its sign */
};

/* What is looked at. */
struct changes_asked {
    struct decimal threshold; /* money that moved less did not move */
    const bool *columns;      /* of the data: which; NULL: see above */
};

/* Those of DATA, which has data in the period before (figures/previous.h), in
   the order of its rows, those that are gone last: struct change. */
struct list changes_of(const struct figures *figures, struct arena *arena,
                       const struct data *data,
                       const struct changes_asked *asked);

/* Of a row that is new: the one that is gone, among CHANGES, whose name is so
   near that it may be the same, spelt anew; or NULL. */
const struct change *changes_respelt(const struct list *changes,
                                     const struct change *change);

/* How many plain rows of DATA cannot be compared, and the first: they have no
   name, or that of another row, in one group. */
size_t changes_uncompared(const struct figures *figures,
                          const struct data *data, size_t *first);

/* The phrase that says a change. */
enum phrase change_phrase(const struct change *change);

/* Whether money of DATA moved, though by less than is asked for: where
   changes_of() gave nothing. */
bool changes_below(const struct figures *figures, struct arena *arena,
                   const struct data *data, const struct changes_asked *asked);

/* A change in words; empty where the wording has no such phrase. */
struct str change_text(struct arena *arena, const struct wording *w,
                       const struct change *change);

const char *change_kind_name(enum change_kind kind);

#endif
