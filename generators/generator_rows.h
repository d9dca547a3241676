/*
 * generator_rows.h - every generator: a row. For generators/ alone.
 *
 * To add one: docs/dev/recipes.md. What prints its data as a table and nothing
 * else is a row whose function is generate_table(), and needs no file.
 */
#ifndef GENERATORS_GENERATOR_ROWS_H
#define GENERATORS_GENERATOR_ROWS_H

#include "generators/generator.h"

#define ARGUMENTS(...)                                                         \
    ((const struct generator_takes[]){__VA_ARGS__, {NULL, NULL}})
#define NO_ARGUMENTS ((const struct generator_takes[]){{NULL, NULL}})
#define FORM(...) (&(const struct table_form){__VA_ARGS__})

/* clang-format off */
/* What they take. */
#define TAKES_ACROSS                                                           \
    {"across", "`options`: each row of the data is a column, under its name, " \
               "and the one that a column of role `chosen` recommends is "     \
               "marked; by default only where five rows or fewer find no room"}
#define TAKES_BALANCE                                                          \
    {"balance", "what a last line says, as a rule an expression over another " \
                "table"}
#define TAKES_BALANCE_LABEL {"balance-label", "the name of that line"}
#define TAKES_COLUMNS                                                          \
    {"columns", "the ids of the columns that it prints, in their order, with " \
                "spaces between; by default all that are wanted of the data"}
#define TAKES_COMPARED                                                         \
    {"columns", "the ids of the columns that are compared, with spaces "       \
                "between; by default choices, days and what is expected"}
#define TAKES_FIRST {"first", "the words of a first row across the whole grid"}
#define TAKES_HEAD(role)                                                       \
    {"head", "the id of the column whose cells head their rows; by default "   \
             "that of role " role}
#define TAKES_LAST {"last", "the words of a last row across the whole grid"}
#define TAKES_LEAD {"lead", "what is printed before them"}
#define TAKES_LINES                                                            \
    {"lines", "`income` (with what was brought forward) or `expenditure` "     \
              "(with what is carried forward); by default income"}
#define TAKES_REASON {"reason", "what is printed before each reason"}
#define TAKES_ROLE                                                             \
    {"role", "the role of those who are printed; by default all are"}
#define TAKES_SERIES                                                           \
    {"series", "the series of labels that the list has; by default that of "   \
               "`lists`"}
#define TAKES_TABLE                                                            \
    {"table", "`yes`: the data are printed below, where no other block does "  \
              "that"}
#define TAKES_THRESHOLD                                                        \
    {"threshold", "money that moved by less did not move: `50000`"}
#define TAKES_TITLE {"title", "the words of a row above the column headings"}

/* In the order of their names: what it is called, what it prints, its function,
   whether it needs data, its arguments, how its table differs from others. */
#define GENERATORS(ROW)                                                        \
    ROW("action-plan",                                                         \
        "a grid for each group: its rows side by side, a row for each "        \
        "further column. The caption names the group and the amount it is "    \
        "given", generate_action_plan, true,                                   \
        ARGUMENTS(TAKES_FIRST, TAKES_LAST), FORM(.head = COLUMN_KEY))          \
    ROW("appendices",                                                          \
        "the appendices as a list, by label and title. One that has prose "    \
        "of its own follows the sign-off as a section, under the same label",  \
        generate_appendices, false, ARGUMENTS(TAKES_SERIES), NULL)             \
    ROW("background-papers", "the background papers as a list",                \
        generate_background_papers, false, ARGUMENTS(TAKES_SERIES), NULL)      \
    ROW("budget-lines",                                                        \
        "groups with their lines, units, rates, sub-totals and shares, so "    \
        "written. A row that names a group and no line of it is the group's "  \
        "own", generate_budget_lines, true,                                    \
        ARGUMENTS(TAKES_BALANCE, TAKES_BALANCE_LABEL, TAKES_HEAD("`key`")),    \
        FORM(.head = COLUMN_KEY, .groups = GROUPS_IN_HEAD, .own_decimals = true))\
    ROW("budget-profile",                                                      \
        "lines down, years across, each amount with its pence where the "      \
        "data has them", generate_table, true,                                 \
        ARGUMENTS(TAKES_COLUMNS, TAKES_HEAD("`label` or `key`")),              \
        FORM(.head = COLUMN_LABEL, .own_decimals = true))                      \
    ROW("changes",                                                             \
        "what changed in the data since the period before, as a list: rows "   \
        "that came and went, figures that moved, ratings, days. A report "     \
        "without a period before has none",                                    \
        generate_changes, false,                                               \
        ARGUMENTS(TAKES_COMPARED, TAKES_SERIES, TAKES_THRESHOLD), NULL)        \
    ROW("chart", "a picture of a budget over years, a bar for each",           \
        generate_chart, true,                                                  \
        ARGUMENTS(TAKES_HEAD("`label` or `key`"), TAKES_LINES, TAKES_TABLE),   \
        FORM(.head = COLUMN_LABEL, .own_decimals = true))                      \
    ROW("contacts", "people with telephone and e-mail", generate_contacts,     \
        false, ARGUMENTS(TAKES_ROLE), NULL)                                    \
    ROW("narrative",                                                           \
        "the section's prose from the report: what `prose` stands for",        \
        generate_narrative, false, NO_ARGUMENTS, NULL)                         \
    ROW("priorities",                                                          \
        "a table in the order of the data, below the names of groups, which "  \
        "stand across all columns", generate_table, true,                      \
        ARGUMENTS(TAKES_COLUMNS, TAKES_HEAD("`key`"), TAKES_TITLE),                           \
        FORM(.head = COLUMN_KEY, .groups = GROUPS_IN_ROWS))                    \
    ROW("recommendations",                                                     \
        "the recommendations, with reasons where given: numbered paragraphs "  \
        "where they share the series of the section's paragraphs, otherwise "  \
        "a list", generate_recommendations, false,                             \
        ARGUMENTS(TAKES_LEAD, TAKES_REASON), NULL)                             \
    ROW("structure",                                                           \
        "rows and the rows they belong to (roles `key`, `parent`, and "        \
        "`label` for what is printed), as a diagram and as a list in lists; "  \
        "a further column of text says more of each", generate_structure,      \
        true, ARGUMENTS(TAKES_SERIES), FORM(.head = COLUMN_LABEL))             \
    ROW("table", "any table: column headings, rows, totals", generate_table,   \
        true, ARGUMENTS(TAKES_ACROSS, TAKES_COLUMNS,                           \
                        TAKES_HEAD("`label` or `key`")),                       \
        FORM(.head = COLUMN_LABEL))                                            \
    ROW("timeline",                                                            \
        "a picture of the rows that have dates, by the column of role "        \
        "`period`; those without follow in words", generate_timeline, true,    \
        ARGUMENTS(TAKES_HEAD("`key`"), TAKES_TABLE),                           \
        FORM(.head = COLUMN_KEY, .groups = GROUPS_IN_ROWS))                    \
    ROW("timetable",                                                           \
        "a table in the order of the data, its period column as row header",   \
        generate_table, true, ARGUMENTS(TAKES_HEAD("`period`")),               \
        FORM(.head = COLUMN_PERIOD))
/* clang-format on */

#define ROW(name, sentence, make, data, arguments, form) generator_fn make;
GENERATORS(ROW)
#undef ROW

#endif
