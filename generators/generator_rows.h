/*
 * generator_rows.h - every generator: a row. For generators/ alone.
 *
 * To add one: docs/dev/recipes.md. What prints its data as a table and nothing
 * else is a row whose function is generate_table(), and needs no file.
 */
#ifndef GENERATORS_GENERATOR_ROWS_H
#define GENERATORS_GENERATOR_ROWS_H

#include "generators/generator.h"

#define ARGUMENTS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NO_ARGUMENTS ((const char *const[]){NULL})
#define FORM(...) (&(const struct table_form){__VA_ARGS__})

/* In the order of their names: what it is called, its function, whether it
   needs data, its arguments, how its table differs from others. */
/* clang-format off */
#define GENERATORS(ROW)                                                       \
    ROW("action-plan", generate_action_plan, true,                            \
        ARGUMENTS("first", "last"), NULL)                                     \
    ROW("appendices", generate_appendices, false, ARGUMENTS("series"), NULL)  \
    ROW("background-papers", generate_background_papers, false,               \
        ARGUMENTS("series"), NULL)                                            \
    ROW("budget-lines", generate_budget_lines, true,                          \
        ARGUMENTS("balance", "balance-label", "head"),                        \
        FORM(.head = COLUMN_KEY, .groups = GROUPS_IN_HEAD,                    \
             .own_decimals = true))                                             \
    ROW("budget-profile", generate_table, true, ARGUMENTS("head"),            \
        FORM(.head = COLUMN_LABEL, .own_decimals = true))                       \
    ROW("chart", generate_chart, true, ARGUMENTS("head", "lines", "table"),   \
        FORM(.head = COLUMN_LABEL, .own_decimals = true))                       \
    ROW("contacts", generate_contacts, false, ARGUMENTS("role"), NULL)        \
    ROW("narrative", generate_narrative, false, NO_ARGUMENTS, NULL)           \
    ROW("priorities", generate_table, true, ARGUMENTS("head", "title"),       \
        FORM(.head = COLUMN_KEY, .groups = GROUPS_IN_ROWS))                   \
    ROW("recommendations", generate_recommendations, false,                   \
        ARGUMENTS("lead", "reason"), NULL)                                    \
    ROW("structure", generate_structure, true, ARGUMENTS("series"), NULL)     \
    ROW("table", generate_table, true, ARGUMENTS("head"),                     \
        FORM(.head = COLUMN_LABEL))                                           \
    ROW("timeline", generate_timeline, true, ARGUMENTS("head", "table"),      \
        FORM(.head = COLUMN_KEY, .groups = GROUPS_IN_ROWS))                   \
    ROW("timetable", generate_table, true, ARGUMENTS("head"),                 \
        FORM(.head = COLUMN_PERIOD))
/* clang-format on */

#define ROW(name, make, data, arguments, form) generator_fn make;
GENERATORS(ROW)
#undef ROW

#endif
