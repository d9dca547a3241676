/*
 * row_sums.h - the sums of rows of a table that is read, column by column, and
 * how the figures of another row compare with them. For input/table/ only.
 */
#ifndef INPUT_TABLE_ROW_SUMS_H
#define INPUT_TABLE_ROW_SUMS_H

#include "input/table/table_parts.h"

struct row_sums {
    struct decimal *of_column;
    struct decimal *taken; /* the same, less the rows that sums may take away
                              (table_less.h), where there are some */
    size_t rows;           /* that were added */
    bool takes;            /* some of them may be taken away */
};

/* In how many columns a row's figure */
struct likeness {
    size_t equal;   /* is the sum, and not nought */
    size_t rounded; /* is as near to it as rounding explains, and not nought:
                       the equal ones, too */
    size_t differ;  /* is not the sum */
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
/* Where rows may be taken away, as they are or not: what is more alike. */
struct likeness row_sums_compare(const struct table_reading *r,
                                 const struct row_sums *s, size_t row);
/* Whether the next total below ROW adds up with it as a row like any other, and
   not without it. */
bool row_counts_below(const struct table_reading *r, size_t row);
/* Whether a figure of that total is the sum of the rows above it without ROW,
   and none is with it. */
bool row_is_left_out_below(const struct table_reading *r, size_t row);

#endif
