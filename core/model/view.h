/*
 * view.h - a table made of a table, as a report or a template declares it.
 *
 * Nothing here is looked up: which data, columns and rows it names is settled
 * where it is made (figures/views.h).
 *
 * Ownership: the arena of the report, or of the run.
 */
#ifndef CORE_MODEL_VIEW_H
#define CORE_MODEL_VIEW_H

#include "core/model/audience.h"
#include "core/model/kind.h"

/* clang-format off */
#define VIEW_ATTRIBUTES(A, E)                                                  \
    A(E, ID, id, "id", "its name in expressions, tables and pictures",         \
      REQUIRED)                                                                \
    A(E, REFERENCE, data, "data",                                              \
      "the data, or a view above it, whose plain rows it has", REQUIRED,       \
      .of = "data")                                                            \
    A(E, LOOSE_EXPRESSION, where, "where",                                     \
      "which rows: an expression whose names are first those of columns: "     \
      "`variance > 0 and rag != 'Green'`", OPTIONAL,                           \
      .otherwise_says = "all")                                                 \
    A(E, REFERENCE, group, "group",                                            \
      "the column whose words, choices, days or years become rows: those "     \
      "that have the same are one", OPTIONAL, .of = "column")                  \
    A(E, REFERENCES, sum, "sum",                                               \
      "of a group: the columns whose sums it has, with spaces between",        \
      OPTIONAL, .of = "column")                                                \
    A(E, REFERENCES, mean, "mean", "those whose means it has", OPTIONAL,       \
      .of = "column")                                                          \
    A(E, REFERENCES, min, "min", "those whose least figures it has", OPTIONAL, \
      .of = "column")                                                          \
    A(E, REFERENCES, max, "max", "those whose greatest figures it has",        \
      OPTIONAL, .of = "column")                                                \
    A(E, WORDS, count_title, "count",                                          \
      "of a group: the heading of a column `count`, which says how many rows " \
      "each has", OPTIONAL)                                                    \
    A(E, REFERENCES, sort, "sort",                                             \
      "the columns that its rows are sorted by, with spaces between; with "    \
      "`-` before it, the greatest first: `-variance service`. What has no "   \
      "figure comes last", OPTIONAL, .of = "column",                           \
      .otherwise_says = "the order of the data")                               \
    A(E, NUMBER, top, "top", "how many rows it has at most: the first ones",   \
      OPTIONAL, .min = 1, .max = 1000000, .otherwise_says = "all")             \
    A(E, YES, other, "other",                                                  \
      "whether the rows beyond `top` are one row, which sums them", OPTIONAL)  \
    A(E, LOOSE_TEXT, columns, "columns",                                       \
      "the columns that it has, in their order, with spaces between",          \
      OPTIONAL, .otherwise_says = "all")                                       \
    A(E, WORDS, title, "title", "what it is called", OPTIONAL,                 \
      .otherwise_says = "what its data is called")                             \
    COPY_ATTRIBUTE(A, E)

#define VIEW_COLUMN_ATTRIBUTES(A, E)                                           \
    A(E, ID, id, "id", "which column it is, or what a further one is called",  \
      REQUIRED)                                                                \
    A(E, WORDS, title, "title", "its heading", OPTIONAL,                       \
      .otherwise_says = "that of the data")                                    \
    A(E, EXPRESSION, value, "value",                                           \
      "of a further column: what its cells hold, an expression whose names "   \
      "are first those of the columns of its row: `forecast - revised`",       \
      OPTIONAL)                                                                \
    A(E, VALUE_TYPE, type, "type",                                             \
      "of a further column: what its cells hold: text, money, number, "        \
      "percent or date", OPTIONAL, .otherwise = TYPE_TEXT)
/* clang-format on */

struct view_column {
    VIEW_COLUMN_ATTRIBUTES(ATTRIBUTE_MEMBER, view_column)
    struct place at;
    struct place value_at;
    struct place title_at;
};

/* What an attribute says, and where. */
struct view_words {
    struct str text;
    struct place at;
};

struct view {
    VIEW_ATTRIBUTES(ATTRIBUTE_MEMBER, view)
    struct view_words of; /* the data */
    struct view_words where;
    struct view_words group;
    struct view_words sum;
    struct view_words mean;
    struct view_words least;
    struct view_words greatest;
    struct view_words sort;
    struct view_words columns;
    struct place title_at;
    const struct view_column *further;
    size_t nfurther;
    struct place at;
};

#endif
