/*
 * pipe.h - what the pipes of expressions are called, and which figures they
 * can print. For figures/ only.
 */
#ifndef FIGURES_PIPE_H
#define FIGURES_PIPE_H

#include "figures/figure.h"

/* PIPE_MAX when there is none of that name; "lower" is none of them. */
enum pipe pipe_of(struct str name);
const char *pipe_name(enum pipe pipe);
const char *pipe_sentence(enum pipe pipe); /* what it prints */
bool pipe_fits(enum pipe pipe, enum figure_type type);

#endif
