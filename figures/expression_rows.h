/*
 * expression_rows.h - functions of rows: count, sum, min, max, mean, first,
 * last. For figures/ only.
 *
 * Rows are plain ones, in their order. What is no figure counts as nothing, but
 * for what is still to be confirmed, which makes a sum unknown: a warning.
 * Measures of several units are neither added nor compared. The least of times
 * is the one that begins first, the greatest the one that ends last; what names
 * no day is neither.
 *
 * Failure: a finding, and FIGURE_NONE.
 */
#ifndef FIGURES_EXPRESSION_ROWS_H
#define FIGURES_EXPRESSION_ROWS_H

#include "figures/expression_path.h"

struct rows {
    const struct data *data;
    const struct table *table;
    const struct expression_node *node;
    size_t column;                  /* the table's ncolumns: rows are counted */
    size_t row;                     /* at hand */
    const struct rows_alike *alike; /* after the first row those are asked alone
                                       which may say `wanted`; NULL: all are */
    struct str wanted;
    size_t first_asked;
    int64_t count; /* of those that hold, and have a figure */
    struct decimal sum;
    struct figure best; /* least, greatest, first or last ... */
    size_t best_row;    /* ... and where it stands */
    bool overflow;
    bool absent;    /* the report lacks what is asked for, and may */
    size_t unknown; /* a row without a figure yet, or the table's nrows */
    size_t first;   /* the first that was taken, ... */
    size_t other;   /* ... and one that has another unit, or nrows */
};

/* False when the function cannot be asked, or is asked of what is absent. */
bool rows_begin(const struct evaluation *ev, const struct expression_node *node,
                struct rows *rows);

/* Where the condition is one equality, of a column of words with what is known
   before any row is asked: VALUE. */
void rows_want(const struct evaluation *ev, struct rows *rows,
               const struct figure *value);

/* The next plain row, into rows->row. */
bool rows_next(struct rows *rows);

/* The row at hand holds. */
void rows_take(const struct evaluation *ev, struct rows *rows);

struct figure rows_end(const struct evaluation *ev, const struct rows *rows);

#endif
