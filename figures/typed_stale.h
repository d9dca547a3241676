/*
 * typed_stale.h - sentences that were taken over from the report of the period
 * before and name a month without its year: "since January" in October's
 * report. For a person to judge.
 *
 * Looked at is what report.xml says, in both reports. Months of the two reports
 * themselves are passed over.
 */
#ifndef FIGURES_TYPED_STALE_H
#define FIGURES_TYPED_STALE_H

#include "figures/figures.h"

/* Looks at what a copy for AUDIENCE prints. Failure sticks in the arena. */
void typed_stale_look(const struct figures *figures, enum audience audience,
                      struct findings *findings);

#endif
