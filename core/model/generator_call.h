/*
 * generator_call.h - what a template or a report asks a generator for.
 *
 * input/ reads it, generators/ do it; which generators there are input/ is
 * told, since it includes none of them.
 *
 * Ownership: the arena of whoever asks; const after it was read.
 */
#ifndef CORE_MODEL_GENERATOR_CALL_H
#define CORE_MODEL_GENERATOR_CALL_H

#include "core/base/attribute.h"
#include "core/base/choice.h"
#include "core/base/str.h"
#include "core/finding/source.h"
#include "core/value/date.h"

#include <stdbool.h>
#include <stddef.h>

/* clang-format off */
/* What is drawn beside the cells of a column. */
#define CELL_DRAWS(CHOICE)                                                     \
    CHOICE(DRAW_BARS, "bars", "a bar from zero, on one scale for all rows")    \
    CHOICE(DRAW_VARIANCE, "variance",                                          \
           "a bar to either side of zero, which says by its colour whether "   \
           "that is good: by `better` of the kind's column")                   \
    CHOICE(DRAW_STATUS, "status",                                              \
           "a shape and colour before the word of a choice, by its `status` "  \
           "in the kind")                                                      \
    CHOICE(DRAW_TIMELINE, "timeline",                                          \
           "periods as bars and single dates as diamonds along months")        \
    CHOICE(DRAW_BULLET, "bullet",                                              \
           "what is so far and forecast as a bar, the target as a line")       \
    CHOICE(DRAW_SPARK, "spark", "the shape of the row's figures over time")    \
    CHOICE(DRAW_ARROW, "arrow",                                                \
           "an arrow before the word of a choice, by its `means` in the kind: " \
           "up is better")

enum cell_draw { CELL_DRAWS(CHOICE_CONSTANT) DRAW_NOTHING };

#define MEMBER_CELL_DRAW(m) enum cell_draw m;

#define GENERATOR_COLUMN_ATTRIBUTES(A, E)                                      \
    A(E, NAME, id, "id", "the column, which the table has", REQUIRED)          \
    A(E, CELL_DRAW, draw, "draw", "what is drawn beside its cells", OPTIONAL,  \
      .otherwise = DRAW_NOTHING)                                               \
    A(E, NAME, against, "against",                                             \
      "of `bullet`: the column of the targets", OPTIONAL,                      \
      .otherwise_says = "that of the scenario `target`, else `budget`")        \
    A(E, TEXT, y, "y",                                                         \
      "of `spark`: the columns of its figures, the last in time at the end, "  \
      "with spaces between", OPTIONAL,                                         \
      .otherwise_says = "the repeated ones up to this")                        \
    A(E, YES, below, "below",                                                  \
      "whether its cells stand below their rows, across the other columns: "   \
      "for comments on figures", OPTIONAL)                                     \
    A(E, EXPANDED, span, "span",                                               \
      "a heading over it and the columns beside it that have the same; an "    \
      "empty one takes away that of the kind", OPTIONAL,                       \
      .otherwise_says = "that of the kind")
/* clang-format on */

extern const struct choice cell_draw_choices[];

/* How a column of a table is printed, where that is not as any other. */
struct generator_column {
    GENERATOR_COLUMN_ATTRIBUTES(ATTRIBUTE_MEMBER, generator_column)
    struct place at; /* of its id */
    struct place span_at;
    bool spans;  /* `span` is given */
    size_t rest; /* of a picture: 1 + the row that stands for the rest */
    struct date begin, end; /* of its axis; year 0: those of the data */
};

struct generator_argument {
    const char *name;
    struct str value;
    struct place at;
};

struct chart_call; /* core/model/chart_call.h */

struct generator_call {
    const char *with; /* the generator's name */
    const char *data; /* id of a data element, or NULL */
    struct place data_at;
    struct str caption;
    struct place caption_at;
    const struct generator_argument *arguments;
    size_t narguments;
    const struct generator_column *columns;
    size_t ncolumns;
    const struct chart_call *chart; /* of a picture; or NULL */
};

/* What generators there are. */
struct generator_names {
    const struct str *names;
    size_t count;
};

#endif
