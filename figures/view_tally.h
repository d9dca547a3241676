/*
 * view_tally.h - what the rows of a group come to in one column. For figures/
 * only.
 *
 * Failure: a finding, and the view fails.
 */
#ifndef FIGURES_VIEW_TALLY_H
#define FIGURES_VIEW_TALLY_H

#include "figures/view_parts.h"

/* What is known of a column in a group so far. */
struct tally {
    struct decimal sum;
    int64_t terms;
    uint32_t best; /* 1 + the row of the least or greatest; 0: none */
    bool overflow;
};

/* The column that it is made of. */
const struct column *tally_column(const struct view_making *m,
                                  const struct aggregate *a);

/* ROW is one of the group. */
void tally_count(const struct view_making *m, const struct aggregate *a,
                 uint32_t row, struct tally *t);

/* A column of a group in which no row has a figure says what its first row
   says. */
struct cell tally_cell(struct view_making *m, const struct aggregate *a,
                       const struct tally *t, uint32_t first);

/* Notes are of single rows, and do not stand below a view of groups. */
struct cell tally_unmarked(struct cell c);

/* A finding: the column has a figure that is to be confirmed, so that its sum
   is unknown. */
void tally_say_unknown(struct view_making *m, const struct aggregate *a);

#endif
