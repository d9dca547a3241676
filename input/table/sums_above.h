/*
 * sums_above.h - the sums of the rows above one, and whether its figures are
 * one of them. For input/table/ only.
 */
#ifndef INPUT_TABLE_SUMS_ABOVE_H
#define INPUT_TABLE_SUMS_ABOVE_H

#include "input/table/row_sums.h"

struct column_sums; /* sums_above.c */

struct sums_above {
    const struct table_reading *r;
    struct column_sums *columns; /* that may be summed */
    size_t ncolumns;
    size_t rows;     /* that were added */
    size_t in_group; /* of them, since the last total or sub-total */
    size_t less;     /* of them, the last ones, which sums may take away */
};

/* How a row compares with what is above it. */
enum sums_agreement {
    AGREES_NOT,
    AGREES_WITH_ALL,
    AGREES_WITH_GROUP,
};

/* Of no rows; no columns where none can be summed, or memory is short. */
struct sums_above sums_above_begin(const struct table_reading *r);
void sums_above_add(struct sums_above *above, size_t row);
/* A balance brought forward: a total may count it or not. */
void sums_above_add_balance(struct sums_above *above, size_t row);
void sums_above_end_group(struct sums_above *above);

/* Whether all figures of ROW are sums of the same rows above; *FIGURES: how
   many of them are not nought. */
enum sums_agreement sums_above_compare(const struct sums_above *above,
                                       size_t row, size_t *figures);
/* How many of them are sums of the group, where some may differ. */
struct likeness sums_above_like_group(const struct sums_above *above,
                                      size_t row);

#endif
