/*
 * names.h - what expressions can begin with, by name; and what functions of
 * rows gave before. For figures/ only.
 *
 * Thousands of expressions may name thousands of values: each is a look into
 * a table. A function of rows walks through all of them, and is asked once for
 * all places that ask the same.
 *
 * Ownership: the arena. Failure: sticks in the arena.
 */
#ifndef FIGURES_NAMES_H
#define FIGURES_NAMES_H

#include "core/base/name_map.h"
#include "core/model/report.h"
#include "figures/figure.h"

struct names_known {
    struct name_map values;
    struct name_map data;
    struct name_map asked[2]; /* by the audience of the text: expressions
                                 whose figure is known */
    struct figure *figures;
    size_t nfigures;
    size_t size;
};

/* NULL when there is no memory. */
struct names_known *names_make(struct arena *arena,
                               const struct report *report);

/* Data that is made later: the INDEX-th of the report. */
void names_add_data(struct names_known *n, struct str id, size_t index);

const struct named_value *
names_value(struct names_known *n, const struct report *report, struct str id);
const struct data *names_data(struct names_known *n,
                              const struct report *report, struct str id);

/* The figure of EXPRESSION, which stands in no row, or NULL. */
const struct figure *names_figure(struct names_known *n, struct str expression,
                                  enum audience audience);

/* What an expression names has changed since figures were kept. */
void names_forget_figures(struct names_known *n);

void names_keep_figure(struct names_known *n, struct str expression,
                       enum audience audience, struct figure figure);

#endif
