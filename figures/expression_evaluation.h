/*
 * expression_evaluation.h - what an expression is evaluated with, and what is
 * asked of that everywhere. For figures/ only.
 *
 * Failure: there is none.
 */
#ifndef FIGURES_EXPRESSION_EVALUATION_H
#define FIGURES_EXPRESSION_EVALUATION_H

#include "figures/expression.h"
#include "figures/expression_parse.h"

/* What an expression is evaluated with. */
struct evaluation {
    struct arena *arena;
    const struct expression *expression;
    const struct scope *scope;
    struct findings *findings;
    bool *absent; /* becomes true when what it names is absent */
    struct figure_origin **origins; /* gets what is read; NULL: nobody asks */
};

/* THING, of the report or template, was named. */
void evaluation_mark(const struct evaluation *ev, const void *thing);

/* F was read, and is an origin of what the expression gives. */
void evaluation_read(const struct evaluation *ev, const struct figure *f);

/* The byte at OFFSET of the expression. */
struct place evaluation_place(const struct evaluation *ev, size_t offset);

/* That of the text which asks, or the template's. */
const struct wording *evaluation_wording(const struct evaluation *ev);

/* Whether data, or a column of T, called ID is absent: expression_absent.h. The
   answer then is not kept: a text may ask it, too. */
bool evaluation_lacks_data(const struct evaluation *ev, struct str id);
bool evaluation_lacks_column(const struct evaluation *ev, const struct table *t,
                             struct str id);

#endif
