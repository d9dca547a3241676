/*
 * kind_words.h - the words that a kind of table is written in: types of values,
 * roles of columns, checks, and what else an attribute of it may say. Each list
 * is constant, name and sentence; the enumerations are at the end.
 */
#ifndef CORE_MODEL_KIND_WORDS_H
#define CORE_MODEL_KIND_WORDS_H

#include "core/base/choice.h"

/* clang-format off */
/* What the cells of a column, or a value, hold. */
#define VALUE_TYPES(CHOICE)                                                    \
    CHOICE(TYPE_TEXT, "text", "words, printed as they stand")                  \
    CHOICE(TYPE_PROSE, "prose", "CommonMark: a cell may hold a list")          \
    CHOICE(TYPE_MONEY, "money", "an amount of money, kept in pence")           \
    CHOICE(TYPE_NUMBER, "number", "a number, as exact as it is written")       \
    CHOICE(TYPE_PERCENT, "percent", "a percentage, as exact as it is written") \
    CHOICE(TYPE_MEASURE, "measure",                                            \
           "a figure whose unit its row says: 86.4%, 214,987, £1.2m, 24 days") \
    CHOICE(TYPE_DATE, "date", "a day")                                         \
    CHOICE(TYPE_PERIOD, "when",                                                \
           "when something happens, in words: by March 2013, ongoing")         \
    CHOICE(TYPE_YEAR, "year", "a financial year: 2012/13")                     \
    CHOICE(TYPE_CHOICE, "choice", "one of the column's choices")

/* What a column means to checks and generators. */
#define COLUMN_ROLES(CHOICE)                                                   \
    CHOICE(COLUMN_PLAIN, "plain", "nothing in particular")                     \
    CHOICE(COLUMN_KEY, "key",                                                  \
           "names its row in expressions: {{budget[KS2].amount}}")             \
    CHOICE(COLUMN_LABEL, "label", "is the header cell of its row")             \
    CHOICE(COLUMN_GROUP, "group",                                              \
           "names a group: rows with the same text belong together")           \
    CHOICE(COLUMN_INNER_GROUP, "inner-group",                                  \
           "names a group within that of `group`: a division of a "            \
           "directorate. What leaves it out goes on with the row above")       \
    CHOICE(COLUMN_ROW_ROLE, "line", "its text says which role its row has")    \
    CHOICE(COLUMN_PARENT, "parent",                                            \
           "names the key of the row above it in a structure")                 \
    CHOICE(COLUMN_UNITS, "units", "how many: amount = units x rate")           \
    CHOICE(COLUMN_RATE, "rate", "what one costs")                              \
    CHOICE(COLUMN_AMOUNT, "amount", "the figure that totals are of")           \
    CHOICE(COLUMN_SUB_TOTAL, "sub-total", "the sum of its group")              \
    CHOICE(COLUMN_SHARE, "share", "its row's part of the total")               \
    CHOICE(COLUMN_TOTAL, "total",                                              \
           "the sum across the repeated columns of its row")                   \
    CHOICE(COLUMN_UNIT, "unit", "says the unit of the measures of its row")    \
    CHOICE(COLUMN_PERIOD, "period", "when its row happens, for a timeline")    \
    CHOICE(COLUMN_STATUS, "status",                                            \
           "how what is in its row stands: choices with `status`")             \
    CHOICE(COLUMN_CHOSEN, "chosen",                                            \
           "whether its row is the one that is recommended: its first choice " \
           "says so")

/* What the headings of a column that repeats are. */
#define REPEATS_OVER(CHOICE)                                                   \
    CHOICE(REPEATS_YEARS, "years", "financial years: 2026/27")                 \
    CHOICE(REPEATS_PERIODS, "periods", "months or quarters: Q2 2026/27")

/* Which pence whole amounts of money are printed with. */
#define DECIMALS_SOURCES(CHOICE)                                               \
    CHOICE(DECIMALS_OF_COLUMN, "own",                                          \
           "all have them where a cell of the column has")                     \
    CHOICE(DECIMALS_OF_DATA, "data", "those that each was typed with")

/* What is checked: name, what must hold, the codes of its findings, and the
   attributes without which it says nothing. */
#define CHECK_TYPES(CHECK)                                                     \
    CHECK(CHECK_TOTAL, "total",                                                \
          "a row of role `total` is the sum of the rows above it, with a "     \
          "balance brought forward or without it; below expenditure, of "      \
          "that", "sum", "result")                                             \
    CHECK(CHECK_SUB_TOTALS, "sub-totals",                                      \
          "a group's sub-total is the sum of its rows. When `result` is a "    \
          "column of role `sub-total`, any row of the group may give it, "     \
          "and `plus` (by default the amount) is summed", "sum", "result")     \
    CHECK(CHECK_ROW, "row", "in each row, result = plus - minus", "across",    \
          "result plus")                                                       \
    CHECK(CHECK_PRODUCT, "product",                                            \
          "amount = units x rate, where both are given", "product",            \
          "result units rate")                                                 \
    CHECK(CHECK_ACROSS, "across",                                              \
          "a total column is the sum of the repeated columns, and of those of " \
          "`plus` that the data has; never of a balance", "across", "result")                                       \
    CHECK(CHECK_BALANCE, "balance",                                            \
          "closing = opening + income - expenditure; opening = last year's "   \
          "closing. Other lines count as income above the total, as "          \
          "expenditure below it", "balance", NULL)                             \
    CHECK(CHECK_RATIO, "ratio",                                                \
          "in each row, result is what `plus`, all of them together, is of "   \
          "`of`, in per cent", \
          "across", "result plus of")                                          \
    CHECK(CHECK_QUOTIENT, "quotient",                                          \
          "in each row, result is `plus` divided by `of`", "across",           \
          "result plus of")                                                    \
    CHECK(CHECK_RATES, "rates",                                                \
          "in each row, result is `of` by one of the percentages of `limits`, " \
          "to the penny (a warning)", "rate", "result of limits")              \
    CHECK(CHECK_RAG, "rag",                                                    \
          "in each row, result is the first choice of `limits` whose bound "   \
          "is met by what `plus` is of `of`, in per cent; what is complete "   \
          "counts as the first of them (a warning)", "rag",                    \
          "result plus of limits")                                             \
    CHECK(CHECK_TREND, "trend",                                                \
          "in each row, result says whether `plus` is better than `minus`, "   \
          "or higher (a warning)", "trend", "result plus minus")               \
    CHECK(CHECK_LETTER, "letter",                                              \
          "in each row, result is adverse where `plus` is above zero, "        \
          "favourable where it is below", "sign", "result plus")               \
    CHECK(CHECK_ORDER, "order",                                                \
          "in each row, result does not come before `plus`", "date-order",     \
          "result plus")                                                       \
    CHECK(CHECK_STATUS, "status",                                              \
          "in each row, nothing is complete whose day, `of`, comes after the " \
          "data's, and nothing on track whose day has passed (a warning)",     \
          "status", "result of")                                               \
    CHECK(CHECK_BEFORE, "before",                                              \
          "in each row, result is what `of` or one of `plus` was in the "      \
          "period before: in the data of `previous`, or else in that of the "  \
          "same kind that the report has of an earlier day, `as-at` (a "       \
          "warning)", "before", "result of")                                   \
    CHECK(CHECK_FORWARD, "forward",                                            \
          "in the column result, what is brought forward (a line of role "     \
          "`opening`) is what such data carried forward (`closing`), or "      \
          "brought forward itself (a warning)", "before", "result")            \
    CHECK(CHECK_BOUND, "bound",                                                \
          "in each row, result is at most `of` (a warning)", "bound",          \
          "result of")                                                         \
    CHECK(CHECK_PAST, "past",                                                  \
          "in each row, result does not come after the day of the data, nor "  \
          "after that of the report", "date-order", "result")                  \
    CHECK(CHECK_SAME, "same",                                                  \
          "rows with the same cell in `plus` have the same in result, and "    \
          "that of its score where choices say `from` (a warning)", "rag",     \
          "result plus")                                    \
    CHECK(CHECK_DIFFER, "differ",                                              \
          "result is not the same as `of` in all rows (a warning)",            \
          "copied-column", "result of")                                        \
    CHECK(CHECK_TWICE, "twice",                                                \
          "no two rows have the same cells in the columns of `plus` (a "       \
          "warning)", "duplicate", "plus")                                     \
    CHECK(CHECK_ONCE, "once",                                                  \
          "no two rows have the first choice of result: only one option is "   \
          "recommended (a warning)", "duplicate", "result")                    \
    CHECK(CHECK_LINES, "lines",                                                \
          "a row is made of others, in each column of amounts or in `of`: "    \
          "result, plus and minus are ids of lines", "sum", "result plus")     \
    CHECK(CHECK_WHOLE, "whole",                                                \
          "in each row, those of `plus` that the data has come to 100 per "    \
          "cent, as far as rounding lets them", "shares", "plus")              \
    CHECK(CHECK_ONE_OF, "one-of",                                              \
          "in each row, one column of `plus` has its first choice, and no "    \
          "other (a warning)", "ticks", "plus")                             \
    CHECK(CHECK_SHARES, "shares",                                              \
          "a share is its amount of the total, and they print as 100 (a "      \
          "warning)", "shares, rounding", "result plus")

/* What a choice says of its row: which shape and colour stand beside it. */
#define CHOICE_STATUSES(CHOICE)                                                \
    CHOICE(STATUS_ON_TRACK, "on-track", "as planned")                          \
    CHOICE(STATUS_AT_RISK, "at-risk", "may not be as planned")                 \
    CHOICE(STATUS_OFF_TRACK, "off-track", "not as planned")                    \
    CHOICE(STATUS_COMPLETE, "complete", "done")                                \
    CHOICE(STATUS_NOT_STARTED, "not-started", "not yet begun")                 \
    CHOICE(STATUS_NO_DATA, "no-data", "nothing is known")

/* What a choice says to checks. */
#define CHOICE_MEANINGS(CHOICE)                                                \
    CHOICE(MEANS_HIGH, "high", "high figures are good")                        \
    CHOICE(MEANS_LOW, "low", "low figures are good")                           \
    CHOICE(MEANS_BETTER, "better", "the figure is better than before")         \
    CHOICE(MEANS_WORSE, "worse", "it is worse")                                \
    CHOICE(MEANS_SAME, "same", "it is the same")                               \
    CHOICE(MEANS_UP, "up", "it is higher")                                     \
    CHOICE(MEANS_DOWN, "down", "it is lower")                                  \
    CHOICE(MEANS_ADVERSE, "adverse", "the variance is a bad one")              \
    CHOICE(MEANS_FAVOURABLE, "favourable", "it is a good one")

/* Which of a column's figures are good ones. */
#define COLUMN_BETTERS(CHOICE)                                                 \
    CHOICE(BETTER_HIGH, "high", "the higher the better")                       \
    CHOICE(BETTER_LOW, "low", "the lower the better")

/* Which of the figures of a row a column has. */
#define COLUMN_SCENARIOS(CHOICE)                                               \
    CHOICE(SCENARIO_PREVIOUS, "previous", "those of the time before")          \
    CHOICE(SCENARIO_BUDGET, "budget", "what was planned")                      \
    CHOICE(SCENARIO_ACTUAL, "actual", "what is so far")                        \
    CHOICE(SCENARIO_FORECAST, "forecast", "what is expected")                  \
    CHOICE(SCENARIO_TARGET, "target", "what is aimed at")

/* How far a figure may be from what others give. */
#define CHECK_TOLERANCES(CHOICE)                                               \
    CHOICE(TOLERANCE_NONE, "none", "not at all")                               \
    CHOICE(TOLERANCE_ROUNDING, "rounding",                                     \
           "as far as figures can be that were each rounded by itself: (n + "  \
           "1)/2 units of n figures, rounded down; not at all where pence "    \
           "are given")
/* clang-format on */

enum value_type { VALUE_TYPES(CHOICE_CONSTANT) TYPE_MAX };
enum column_role { COLUMN_ROLES(CHOICE_CONSTANT) COLUMN_ROLE_MAX };
enum decimals_source { DECIMALS_SOURCES(CHOICE_CONSTANT) DECIMALS_UNSAID };
#define CHECK_CONSTANT(constant, name, sentence, codes, needs) constant,
enum check_type { CHECK_TYPES(CHECK_CONSTANT) CHECK_TYPE_MAX };

enum repeats_over { REPEATS_OVER(CHOICE_CONSTANT) REPEATS_OVER_MAX };
enum choice_status { CHOICE_STATUSES(CHOICE_CONSTANT) STATUS_NONE };
enum choice_meaning { CHOICE_MEANINGS(CHOICE_CONSTANT) MEANS_NOTHING };
enum column_better { COLUMN_BETTERS(CHOICE_CONSTANT) BETTER_NEITHER };
enum column_scenario { COLUMN_SCENARIOS(CHOICE_CONSTANT) SCENARIO_NONE };
enum check_tolerance { CHECK_TOLERANCES(CHOICE_CONSTANT) TOLERANCE_UNSAID };

#endif
