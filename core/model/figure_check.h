/*
 * figure_check.h - two figures that must be the same, as a report or a template
 * declares them: totals of two tables that say one thing.
 *
 * Ownership: the arena of the report, or of the run.
 */
#ifndef CORE_MODEL_FIGURE_CHECK_H
#define CORE_MODEL_FIGURE_CHECK_H

#include "core/base/attribute.h"
#include "core/finding/source.h"

/* clang-format off */
#define FIGURE_CHECK_ATTRIBUTES(A, E)                                          \
    A(E, ID, id, "id", "its name", REQUIRED)                                   \
    A(E, EXPRESSION, figure, "figure",                                         \
      "what is compared: `capital.total.forecast`", REQUIRED)                  \
    A(E, EXPRESSION, equals, "equals",                                         \
      "what it must be: `treasury[Capital spending].estimate`. Cells in "      \
      "thousands or millions may differ as far as figures that were each "     \
      "rounded by itself can: by half a unit of each", REQUIRED)
/* clang-format on */

struct figure_check {
    FIGURE_CHECK_ATTRIBUTES(ATTRIBUTE_MEMBER, figure_check)
    struct place figure_at;
    struct place equals_at;
    struct place at;
};

#endif
