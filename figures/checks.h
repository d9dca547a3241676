/*
 * checks.h - whether a table agrees with itself. For figures/ only.
 *
 * A check compares what a cell claims with what other cells give, twice: as
 * these are printed, and as they would be were every fault found so far
 * mended. A claim that either of them bears out is no fault of its own: one
 * that agrees only with what is printed follows from the fault before it, and
 * is named in the hint of that one.
 *
 * Figures are compared at the precision that the claim is printed with,
 * rounded half away from zero. A blank, a dash, nil and n/a count as nothing;
 * what is still to be confirmed makes a sum unknown, and no fault.
 *
 * Ownership: the report's arena. Failure: sticks in the arena.
 */
#ifndef FIGURES_CHECKS_H
#define FIGURES_CHECKS_H

#include "core/base/number_map.h"
#include "figures/acknowledge.h"
#include "figures/data_figures.h"
#include "figures/figures.h"

#define FOLLOWERS_MAX 6 /* cells that a hint names */

/* A fault that was named. */
struct fault {
    struct fault *next;
    struct finding *finding;
    struct cell_at {
        size_t row, column;
    } followers[FOLLOWERS_MAX];
    size_t nfollowers; /* also those beyond FOLLOWERS_MAX */
};

/* What a cell would be were the faults mended. */
struct correction {
    struct decimal value;
    struct fault *cause;
};

/* computed[] while it grows. */
struct computed_list {
    struct computed *list;
    size_t count;
    size_t size;
};

struct checks {
    struct arena *arena;
    struct findings *findings;
    const struct wording *wording;
    const struct data *data;
    const struct table *table;
    struct data_figures *kept;
    struct acknowledgements *acknowledgements;
    struct computed_list *computed;
    struct number_map corrected; /* a cell's number to 1 + its correction */
    struct correction *corrections;
    size_t ncorrections;
    size_t corrections_size;
    struct fault *faults; /* newest first */
};

/* What cells give together. All zero at first. */
struct sum {
    struct decimal printed;
    struct decimal mended;
    struct fault *cause; /* why mended is another; or NULL */
    size_t terms;        /* cells that hold a figure */
    struct cell_at first, last;
    bool unknown; /* a cell is wrong in itself or to be confirmed */
    bool overflow;
};

/* Adds a cell, or takes it off when SIGN is negative. */
void sum_add(const struct checks *c, struct sum *s, size_t row, size_t column,
             int sign);
void sum_add_sum(struct sum *s, const struct sum *other, int sign);

/* A cell whose figure other cells should give. */
struct comparison {
    enum finding_id code; /* of its fault */
    size_t row, column;
};

/* Whether there is nothing to say about the cell, which S should give. False
   calls for comparison_fault(). */
bool comparison_holds(struct checks *c, const struct comparison *comparison,
                      const struct sum *s);

/*
 * Whether the cell, which is not EXPECTED, was made from figures among which a
 * fault was named: then it is noted there.
 */
bool comparison_follows(struct checks *c, const struct comparison *comparison,
                        const struct sum *made_from,
                        const struct sum *expected);

/* `WHAT (cell E14) is £384,740, BASIS £384,744`. */
void comparison_fault(struct checks *c, const struct comparison *comparison,
                      const struct sum *s, struct str what, struct str basis);

/* Keeps what the generators print beside the data. */
void computed_add(struct checks *c, const struct comparison *comparison,
                  struct decimal value,
                  const struct acknowledgement *acknowledged);

/* Makes the finding COMPARISON->code at the cell, acknowledged where the
   report owns up to it. */
struct finding *comparison_finding(struct checks *c,
                                   const struct comparison *comparison,
                                   struct decimal value, const char *fmt, ...)
    PRINTF_LIKE(4, 5);

/* For messages: E14; E9:E13, of all terms; a heading; a heading and its row;
   a figure. */
struct str cell_name(const struct checks *c, size_t row, size_t column);
struct str span_name(const struct checks *c, const struct sum *s);
struct str column_name(const struct checks *c, size_t column);
struct str comparison_name(const struct checks *c,
                           const struct comparison *comparison);
struct str value_text(const struct checks *c, size_t column,
                      struct decimal value);

/* Whether a column holds figures that can be summed. */
bool column_is_numeric(const struct table *t, size_t column);

/* Whether a row sums others, or is a balance: a stock, never summed over
   years. */
static inline bool row_is_sum(uint8_t role)
{
    return role == ROW_TOTAL || role == ROW_SUB_TOTAL;
}

static inline bool row_is_stock(uint8_t role)
{
    return role == ROW_OPENING || role == ROW_CLOSING;
}

/* Runs every check of the kind of DATA, whose table was read. */
void checks_run(struct figures *f, const struct data *data,
                struct acknowledgements *acknowledgements,
                struct computed_list *computed, struct findings *findings);

/* The checks, one file a family. Rows that sum others are checked after
   those that they sum. */
typedef void check_fn(struct checks *c, const struct kind_check *check);

check_fn check_product;
check_fn check_row_of_entries;
check_fn check_row_of_sums;
check_fn check_across_entries;
check_fn check_across_sums;
check_fn check_balance;
check_fn check_sub_totals;
check_fn check_total;
check_fn check_shares;

#endif
