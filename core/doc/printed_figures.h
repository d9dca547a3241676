/*
 * printed_figures.h - which figures the texts of a tree have, and what each was
 * made of: for who looks at a page and asks where a figure comes from.
 *
 * A figure is known by its bytes: a node's text, or a part of it, lies where
 * the text lies that was made when its expressions were replaced.
 *
 * Ownership: the arena. Failure: sticks in the arena.
 */
#ifndef CORE_DOC_PRINTED_FIGURES_H
#define CORE_DOC_PRINTED_FIGURES_H

#include "core/base/list.h"
#include "core/model/table_origins.h"

/* What was read for a figure: a cell, a value, a header field; or cells of a
   column. */
struct figure_origin {
    struct figure_origin *next; /* in the order of the expression */
    struct place first;
    struct place last;         /* of several cells; else NOWHERE */
    const struct table *table; /* with a cell that was made of several, to
                                  which FIRST leads; or NULL */
    size_t row, column;
};

/* Of such a cell. */
struct figure_origin figure_origin_of_cell(const struct table *t, size_t row,
                                           size_t column);

struct printed_figure {
    struct str words;
    struct str given_by; /* an expression, {{...}} as it was typed; or what
                            holds the cell */
    const struct figure_origin *origins;
};

struct printed_figures {
    struct list list; /* struct printed_figure */
    bool sorted;
};

void printed_figures_init(struct printed_figures *p, struct arena *arena);

/* FIGURE stands in print. */
void printed_figures_add(struct printed_figures *p,
                         struct printed_figure figure);

/* Once all of them are there, and before anything is asked. */
void printed_figures_sort(struct printed_figures *p);

/* Those that stand in TEXT, in its order; their number. */
size_t printed_figures_in(const struct printed_figures *p, struct str text,
                          const struct printed_figure **first);

#endif
