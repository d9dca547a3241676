/*
 * expression_path.h - what the names of an expression stand for. For figures/
 * only.
 *
 * Failure: a finding at the name that is wrong, and FIGURE_NONE.
 */
#ifndef FIGURES_EXPRESSION_PATH_H
#define FIGURES_EXPRESSION_PATH_H

#include "figures/expression_evaluation.h"

struct figure path_figure(const struct evaluation *ev,
                          const struct path_step *path);

/* What a function of rows is asked of. */
struct path_target {
    const struct data *data;
    const struct table *table;
    size_t column; /* the table's ncolumns: the rows themselves */
    bool absent;   /* the report lacks it, and may: expression_absent.h */
};

/* The table that PATH names or, where COLUMN, one of its columns. */
bool path_table(const struct evaluation *ev, const struct path_step *path,
                bool column, struct path_target *target);

/* The two sides of an OP_TEST, for the row among which the scope is. */
bool path_test(const struct evaluation *ev, const struct expression_node *node,
               struct figure *cell, struct figure *wanted);

/* Whether NAME, which no report need give, has a meaning in each: that there is
   a period before, its month, the day of the run. */
bool path_is_given(struct str name);

/* Whether the expression asks by name whether there is a period before. */
bool path_asks_for_previous(const struct expression *e);

#endif
