/*
 * data_unchanged.h - data whose cells are all those of the period before.
 *
 * A file of last month that was put in this month's place, and whose headings
 * say no month, is told by that alone: what is spent and forecast moves.
 */
#ifndef FIGURES_DATA_UNCHANGED_H
#define FIGURES_DATA_UNCHANGED_H

#include "core/finding/finding.h"
#include "figures/data_figures.h"

/* Failure sticks in the arena. */
void data_unchanged_check(const struct figures *figures,
                          struct findings *findings);

#endif
