/*
 * chart_call.h - what a <chart draw="..."> asks for, as it was written.
 *
 * Which columns there are, input/ does not know: names are kept with their
 * places, for generators/chart_columns.c to find.
 *
 * Ownership: the arena of whoever asks; const after it was read.
 */
#ifndef CORE_MODEL_CHART_CALL_H
#define CORE_MODEL_CHART_CALL_H

#include "core/base/attribute.h"
#include "core/base/choice.h"
#include "core/finding/source.h"
#include "core/model/picture.h"

#include <stdint.h>

/* clang-format off */
#define CHART_ACROSS(CHOICE)                                                   \
    CHOICE(CHART_BY_LINES, "lines", "rows")                                    \
    CHOICE(CHART_BY_COLUMNS, "columns",                                        \
           "the columns of `y`; rows are their parts")

#define CHART_SORTS(CHOICE)                                                    \
    CHOICE(CHART_AS_DATA, "data", "as the data has them")                      \
    CHOICE(CHART_RISING, "value", "the smallest first")                        \
    CHOICE(CHART_FALLING, "-value", "the largest first")                       \
    CHOICE(CHART_BY_NAME, "name", "by their names")

#define CHART_UNITS(CHOICE)                                                    \
    CHOICE(CHART_UNIT_ONE, "one", "as they are")                               \
    CHOICE(CHART_UNIT_THOUSAND, "thousand", "in thousands")                    \
    CHOICE(CHART_UNIT_MILLION, "million", "in millions, with a decimal")

#define CHART_TABLES(CHOICE)                                                   \
    CHOICE(CHART_TABLE_FOLD, "fold",                                           \
           "below, in HTML behind words that open it")                         \
    CHOICE(CHART_TABLE_YES, "yes", "below")                                    \
    CHOICE(CHART_TABLE_NO, "no", "elsewhere, or nowhere")

enum chart_across { CHART_ACROSS(CHOICE_CONSTANT) CHART_ACROSS_MAX };
enum chart_sort { CHART_SORTS(CHOICE_CONSTANT) CHART_SORT_MAX };
enum chart_unit { CHART_UNITS(CHOICE_CONSTANT) CHART_UNIT_UNSAID };
enum chart_table { CHART_TABLES(CHOICE_CONSTANT) CHART_TABLE_MAX };

#define MEMBER_CHART_DRAW(m) enum chart_draw m;
#define MEMBER_CHART_ACROSS(m) enum chart_across m;
#define MEMBER_CHART_SORT(m) enum chart_sort m;
#define MEMBER_CHART_UNIT(m) enum chart_unit m;
#define MEMBER_CHART_TABLE(m) enum chart_table m;

#define CHART_ATTRIBUTES(A, E)                                                 \
    A(E, NAME, data, "data", "the `id` of the data it draws", REQUIRED,        \
      .empty = "the chart names no data")                                      \
    A(E, EXPANDED, caption, "caption", "its title, where no `title` holds",    \
      OPTIONAL, .otherwise_says = "the title of the data")                     \
    A(E, LOOSE_TEXT, head, "head", "another name of `x`", OPTIONAL)            \
    A(E, CHART_DRAW, draw, "draw", "what is drawn", OPTIONAL,                  \
      .otherwise = CHART_DRAW_MAX,                                             \
      .otherwise_says = "what the generator `chart` draws")                    \
    A(E, LOOSE_TEXT, x, "x", "the column that names the categories", OPTIONAL, \
      .otherwise_says = "that of role `period`, else `label` or `key`")        \
    A(E, LOOSE_TEXT, y, "y",                                                   \
      "the columns of figures, in the order of parts, with spaces between",    \
      OPTIONAL, .otherwise_says = "those of role `amount`, or the only one")   \
    A(E, LOOSE_TEXT, series, "series",                                         \
      "the column that names the part of each row, where a row has one figure",\
      OPTIONAL)                                                                \
    A(E, LOOSE_TEXT, under, "under",                                           \
      "of rows as columns, stacks, groups or a waterfall: the column of a "    \
      "word under each category (outturn, budget)",                            \
      OPTIONAL)                                                                \
    A(E, CHART_ACROSS, across, "across", "what the categories are", OPTIONAL,  \
      .otherwise = CHART_BY_LINES)                                             \
    A(E, LOOSE_TEXT, lines, "lines",                                           \
      "the roles of rows that are drawn, with spaces between", OPTIONAL,       \
      .otherwise_says = "those of rows that sum no others")                    \
    A(E, CHART_SORT, sort, "sort", "in which order categories stand",          \
      OPTIONAL, .otherwise = CHART_AS_DATA)                                    \
    A(E, NUMBER, top, "top",                                                   \
      "so many of them alone, the first; of a stack the largest parts; of a "  \
      "matrix the highest step of its scales of numbers",                      \
      OPTIONAL, .min = 1, .max = 100)                                          \
    A(E, YES, other, "other", "whether the rest stand as one behind them",     \
      OPTIONAL)                                                                \
    A(E, LOOSE_TEXT, against, "against",                                       \
      "of `line`, `variance` and `bullet`: the column of what is aimed at",    \
      OPTIONAL,                                                                \
      .otherwise_says = "of `bullet`, that of the scenario `target`, else "    \
                        "`budget`; of `variance`, none: `y` is the "           \
                        "difference")                                          \
    A(E, LOOSE_TEXT, as_at, "as-at",                                           \
      "of `timeline`: the day up to which things are past", OPTIONAL,          \
      .otherwise_says = "that of the data, else of the report")                \
    A(E, LOOSE_TEXT, begin, "begin", "of `timeline`: the first day of its axis",     \
      OPTIONAL, .otherwise_says = "that of the data")                          \
    A(E, LOOSE_TEXT, end, "end", "of `timeline`: the last day of its axis",    \
      OPTIONAL, .otherwise_says = "that of the data")                          \
    A(E, CHART_UNIT, unit, "unit", "how money is printed", OPTIONAL,           \
      .otherwise = CHART_UNIT_UNSAID,                                          \
      .otherwise_says = "so that the largest figure has two to four digits")   \
    A(E, CHART_TABLE, table, "table", "where its figures stand as a table",    \
      OPTIONAL, .otherwise = CHART_TABLE_FOLD)
/* clang-format on */

extern const struct choice chart_draw_choices[];
extern const struct choice chart_across_choices[];
extern const struct choice chart_sort_choices[];
extern const struct choice chart_unit_choices[];
extern const struct choice chart_table_choices[];

/* A text as it was written, and where. */
struct chart_text {
    struct str text; /* empty: not given */
    struct place at;
};

/* What stands around it. */
enum chart_part {
    CHART_PART_TITLE,
    CHART_PART_SUBTITLE,
    CHART_PART_SOURCE,
    CHART_PART_NOTE,
    CHART_PART_ALT,
    CHART_PART_MAX,
};

struct chart_words {
    enum chart_part part;
    struct chart_text words;
    struct chart_text when; /* an expression */
};

struct chart_call {
    CHART_ATTRIBUTES(ATTRIBUTE_MEMBER, chart_call)
    struct chart_text x, y, series, under, lines, against, as_at, begin, end;
    struct place draw_at;
    struct place at;
    const struct chart_words *words; /* as they stand */
    size_t nwords;
};

#endif
