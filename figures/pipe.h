/*
 * pipe.h - what the pipes of expressions are called, which figures they take
 * and what they make of them. For figures/ only.
 */
#ifndef FIGURES_PIPE_H
#define FIGURES_PIPE_H

#include "figures/expression_nodes.h"
#include "figures/figure.h"

enum pipe pipe_of(struct str name); /* PIPE_MAX when there is none */
const char *pipe_name(enum pipe pipe);
const char *pipe_sentence(enum pipe pipe); /* what it prints */
bool pipe_fits(enum pipe pipe, enum figure_type type);

/* Whether it says how a figure is printed, which only one can. */
bool pipe_prints(enum pipe pipe);

/* What the pipe takes, where USE gives something else; or NULL. */
const char *pipe_wants(const struct pipe_use *use);

/* Whether it has as many texts as W has plurals, or two: only `plural` asks. */
bool pipe_has_texts(const struct pipe_use *use, const struct wording *w);

/* What the pipe makes of a figure that it fits, in the language of W. */
struct figure pipe_apply(const struct pipe_use *use, const struct wording *w,
                         struct figure f);

#endif
