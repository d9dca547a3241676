/*
 * row_sums.h - the sums of rows of a table that is read, column by column, and
 * how the figures of another row compare with them. For input/table/ only.
 */
#ifndef INPUT_TABLE_ROW_SUMS_H
#define INPUT_TABLE_ROW_SUMS_H

#include "input/table/table_parts.h"

struct row_sums {
    struct decimal *of_column;
    struct decimal *taken; /* where rows are taken away that may be */
    size_t rows;
    bool takes; /* there are some */
};

/* In how many columns a row's figures are the sums, of either sort, and not
   nought; are so as far as rounding tells; and are not. */
struct likeness {
    size_t equal;
    size_t rounded; /* the equal ones, too */
    size_t differ;
};

/* One of a row's figures is the sum, and no more of them are not. */
static inline bool likeness_is_sum(struct likeness like)
{
    return like.rounded > 0 && like.rounded >= like.differ;
}

/* Of no rows; `of_column` is NULL where memory is short. */
struct row_sums row_sums_begin(const struct table_reading *r);
void row_sums_clear(const struct table_reading *r, struct row_sums *s);
void row_sums_copy(const struct table_reading *r, struct row_sums *to,
                   const struct row_sums *from);
void row_sums_add(const struct table_reading *r, struct row_sums *s,
                  size_t row);
struct likeness row_sums_compare(const struct table_reading *r,
                                 const struct row_sums *s, size_t row);
/* Whether the next total below ROW adds up with it as a row like any other, and
   not without it. */
bool row_counts_below(const struct table_reading *r, size_t row);
/* Whether a figure of that total is the sum of the rows above it without ROW,
   and none is with it. */
bool row_is_left_out_below(const struct table_reading *r, size_t row);

#endif
