/*
 * condition_limits.h - what a condition on rows asks of single columns:
 * `variance > 0`, `rag = 'Red'`.
 *
 * What compares columns with each other, or asks functions, is none.
 */
#ifndef FIGURES_CONDITION_LIMITS_H
#define FIGURES_CONDITION_LIMITS_H

#include "core/base/list.h"
#include "core/value/decimal.h"

enum limit_asks {
    LIMIT_IS,
    LIMIT_IS_NOT,
    LIMIT_BELOW,
    LIMIT_AT_MOST,
    LIMIT_ABOVE,
    LIMIT_AT_LEAST,
    LIMIT_BLANK,
    LIMIT_FILLED,
};

struct condition_limit {
    struct str column;
    enum limit_asks asks;
    bool is_number;
    struct str text; /* where it is none */
    struct decimal number;
    size_t offset; /* in the condition */
};

struct expression_node;

/* What X begins: a column, a literal and what compares them, in either order;
   false where X begins no such thing. */
bool condition_limit_at(const struct expression_node *x,
                        struct condition_limit *limit);

/* Adds to LIMITS, struct condition_limit, what makes the condition TEXT true
   of a row when all of it holds; of what `or` parts, the first side that has
   any. Nothing of a text that cannot be read: whoever asks it says so. Failure
   sticks in the arena of LIMITS. */
void condition_limits(struct str text, struct list *limits);

/* The nearest whole figure to NOW that LIMIT, which is of a number, allows; NOW
   where its number is too large, or it asks for none. */
int64_t condition_limit_nearest(const struct condition_limit *limit,
                                int64_t now);

#endif
