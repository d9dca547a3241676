/*
 * typed_figures.h - `check --typed`: amounts and percentages that somebody
 * typed in prose, and that no figure of the data is.
 *
 * A figure that was rounded is the same one, at the digits that are shown:
 * £1.3m is 1,297,400. Whether another is right, only a person can say: it may
 * come from elsewhere. So each is a finding to judge, with the nearest figure
 * and its place.
 */
#ifndef FIGURES_TYPED_FIGURES_H
#define FIGURES_TYPED_FIGURES_H

#include "figures/figures.h"

/* Of what a copy for AUDIENCE prints. Failure sticks in the arena. */
void typed_figures_look(const struct figures *figures, enum audience audience,
                        struct findings *findings);

#endif
