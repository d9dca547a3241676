/*
 * row_role.h - what a row of a table is: one like any other, a total, a
 * balance, the title of a group.
 *
 * A kind's lines name roles (core/model/kind.h); a table that was read has one
 * for each row.
 */
#ifndef CORE_MODEL_ROW_ROLE_H
#define CORE_MODEL_ROW_ROLE_H

#include "core/base/choice.h"

#include <stdbool.h>
#include <stdint.h>

/* clang-format off */
/* What a row means: lines of a budget profile, totals of a list. */
#define ROW_ROLES(CHOICE)                                                      \
    CHOICE(ROW_ENTRY, "plain", "a row like any other")                         \
    CHOICE(ROW_OPENING, "opening", "a balance brought forward")                \
    CHOICE(ROW_INCOME, "income", "money that comes in")                        \
    CHOICE(ROW_TOTAL, "total", "the sum of what stands above it")              \
    CHOICE(ROW_SUB_TOTAL, "sub-total", "the sum of its group")                 \
    CHOICE(ROW_EXPENDITURE, "expenditure", "money that is spent")              \
    CHOICE(ROW_CLOSING, "closing", "a balance carried forward")                \
    CHOICE(ROW_GROUP_TITLE, "group",                                           \
           "a group's own row, without figures of its own")                    \
    CHOICE(ROW_BLOCK_TOTAL, "block-total",                                     \
           "the sum of the rows since the total or balance above it")          \
    CHOICE(ROW_RESULT, "result",                                               \
           "what is made of other rows and is no sum of them: what a check "   \
           "`lines` gives, a mean, a difference")                              \
    CHOICE(ROW_FUNDING, "funding",                                             \
           "how what stands above is paid for; all rows below it are, too")    \
    CHOICE(ROW_MEMO, "memo",                                                   \
           "told beside the others and in no sum: a part of the row above it, "\
           "a base of percentages")                                            \
    CHOICE(ROW_INNER_TOTAL, "inner-total",                                     \
           "the sum of its group within a group, in a column of role "         \
           "`inner-group`")                                                    \
    CHOICE(ROW_DEDUCTION, "deduction",                                         \
           "a row that is taken from those above it where it is typed above "  \
           "nought: less income")
/* clang-format on */

enum row_role { ROW_ROLES(CHOICE_CONSTANT) ROW_ROLE_MAX };

/* Whether it is a balance: a stock, never summed over years. */
static inline bool row_is_stock(uint8_t role)
{
    return role == ROW_OPENING || role == ROW_CLOSING;
}

/* Whether its figures are its own: it neither sums others nor names a group,
   and pays for none. */
static inline bool row_has_own_figures(uint8_t role)
{
    return role != ROW_TOTAL && role != ROW_SUB_TOTAL &&
           role != ROW_INNER_TOTAL && role != ROW_BLOCK_TOTAL &&
           role != ROW_RESULT && role != ROW_GROUP_TITLE && role != ROW_FUNDING;
}

/* Whether it is one of those that are counted, summed, listed, repeated for,
   compared with the time before and drawn: all who do ask this alone. */
static inline bool row_is_plain(uint8_t role)
{
    return row_has_own_figures(role) && !row_is_stock(role) && role != ROW_MEMO;
}

/* Whether its figures are made of those of other rows. */
static inline bool row_is_sum(uint8_t role)
{
    return role == ROW_TOTAL || role == ROW_SUB_TOTAL ||
           role == ROW_INNER_TOTAL || role == ROW_BLOCK_TOTAL ||
           role == ROW_RESULT;
}

/* The table above, as files have it. */
extern const struct choice row_role_choices[];

const char *row_role_name(enum row_role r);

#endif
