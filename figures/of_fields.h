/*
 * of_fields.h - header fields that a report takes from the one it belongs to.
 *
 * Ownership: the arena. Failure: sticks in it.
 */
#ifndef FIGURES_OF_FIELDS_H
#define FIGURES_OF_FIELDS_H

#include "core/finding/finding.h"
#include "figures/data_figures.h"

/*
 * Takes out of R the fields that it took from the report whose figures are OF,
 * where the template of that one leaves them out. Findings: one that T, the
 * template of R, requires.
 */
void of_fields_leave_out(struct arena *arena, struct report *r,
                         const struct template *t, const struct figures *of,
                         struct findings *findings);

#endif
