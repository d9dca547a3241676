/*
 * expression_path.h - what the names of an expression stand for. For figures/
 * only.
 *
 * Failure: a finding at the name that is wrong, and FIGURE_NONE.
 */
#ifndef FIGURES_EXPRESSION_PATH_H
#define FIGURES_EXPRESSION_PATH_H

#include "figures/expression.h"
#include "figures/expression_parse.h"

/* What an expression is evaluated with. */
struct evaluation {
    struct arena *arena;
    const struct expression *expression;
    const struct scope *scope;
    struct findings *findings;
};

struct figure path_figure(const struct evaluation *ev,
                          const struct path_step *path);

/* count(): a number. */
struct figure path_count(const struct evaluation *ev,
                         const struct expression_node *node);

#endif
