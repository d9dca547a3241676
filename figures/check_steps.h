/*
 * check_steps.h - the functions of the checks, one file a family. For
 * figures/checks.c and these files. To add a check: docs/dev/recipes.md.
 */
#ifndef FIGURES_CHECK_STEPS_H
#define FIGURES_CHECK_STEPS_H

#include "figures/check_parts.h"

/* In this order, so that a fault is known when what rests on it is checked:
   rows that sum others come after those that they sum. */
#define CHECK_STEPS(STEP)                                                      \
    STEP(CHECK_BEFORE, check_before)                                           \
    STEP(CHECK_FORWARD, check_forward)                                         \
    STEP(CHECK_PRODUCT, check_product)                                         \
    STEP(CHECK_ROW, check_row_of_entries)                                      \
    STEP(CHECK_ACROSS, check_across_entries)                                   \
    STEP(CHECK_BALANCE, check_balance)                                         \
    STEP(CHECK_SUB_TOTALS, check_sub_totals)                                   \
    STEP(CHECK_TOTAL, check_total)                                             \
    STEP(CHECK_LINES, check_lines)                                             \
    STEP(CHECK_ROW, check_row_of_sums)                                         \
    STEP(CHECK_ACROSS, check_across_sums)                                      \
    STEP(CHECK_SHARES, check_shares)                                           \
    STEP(CHECK_RATIO, check_ratio)                                             \
    STEP(CHECK_QUOTIENT, check_quotient)                                       \
    STEP(CHECK_RATES, check_rates)                                             \
    STEP(CHECK_RAG, check_rag)                                                 \
    STEP(CHECK_TREND, check_trend)                                             \
    STEP(CHECK_LETTER, check_letter)                                           \
    STEP(CHECK_ORDER, check_order)                                             \
    STEP(CHECK_STATUS, check_status)                                           \
    STEP(CHECK_BOUND, check_bound)                                             \
    STEP(CHECK_PAST, check_past)                                               \
    STEP(CHECK_SAME, check_same)                                               \
    STEP(CHECK_DIFFER, check_differ)                                           \
    STEP(CHECK_TWICE, check_twice)                                             \
    STEP(CHECK_ONCE, check_once)                                               \
    STEP(CHECK_WHOLE, check_whole_of_row)                                      \
    STEP(CHECK_ONE_OF, check_one_of)

typedef void check_fn(struct checks *c, const struct kind_check *check);

#define STEP(type, run) check_fn run;
CHECK_STEPS(STEP)
#undef STEP

/* Tells of the first row of role `result` that no check `lines` is for. */
void check_results_made(const struct checks *c);

#endif
