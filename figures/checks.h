/*
 * checks.h - whether a table agrees with itself. For figures/ only.
 *
 * A check compares what a cell claims with what other cells give, twice: as
 * these are printed, and as they would be were every fault found so far
 * mended. A claim that either of them bears out is no fault of its own: one
 * that agrees only with what is printed follows from the fault before it, and
 * is named in the hint of that one.
 *
 * Figures are compared at the precision that the claim is printed with,
 * rounded half away from zero. A blank, a dash, nil and n/a count as nothing;
 * what is still to be confirmed makes a sum unknown, and no fault.
 *
 * Ownership: the report's arena. Failure: sticks in the arena.
 */
#ifndef FIGURES_CHECKS_H
#define FIGURES_CHECKS_H

#include "figures/acknowledge.h"
#include "figures/data_figures.h"

struct computed_list; /* figures/check_parts.h */

/* Runs every check of the kind of DATA, whose table was read. */
void checks_run(struct figures *f, const struct data *data,
                struct acknowledgements *acknowledgements,
                struct computed_list *computed, struct findings *findings);

#endif
