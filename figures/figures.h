/*
 * figures.h - what the data says: totals, balances, shares, named values, and
 * whether the data agrees with itself.
 *
 * Computed once for a report, before any generator runs. What prose names, what
 * checks compare and what notes under tables say comes from here; the cells of
 * tables and charts come from the data itself, by generators/cell.c.
 *
 * Ownership: the report's arena. Const after figures_compute().
 */
#ifndef FIGURES_FIGURES_H
#define FIGURES_FIGURES_H

#include "core/finding/finding.h"
#include "figures/data_figures.h"

/* Computes everything and makes its findings: faults that are acknowledged
   become LEVEL_ACKNOWLEDGED, acknowledgements without a fault a warning. */
MUST_CHECK enum status figures_compute(struct arena *arena,
                                       const struct report *report,
                                       const struct template *template_used,
                                       struct findings *findings,
                                       struct figures *figures);

/* Of all data together. */
struct figures_count figures_checked(const struct figures *f);

/* Every named value, one a line: --dump=figures. */
void figures_dump(const struct figures *f, struct buf *out);

#endif
