/*
 * views.h - tables made of tables: rows chosen, sorted, grouped, summed.
 *
 * A view becomes data like any other, behind that of the report, so that
 * expressions, tables, pictures and `each` know nothing of views. Its cells are
 * those of its data, with their places, units and notes on faults; its kind is
 * that of its data, without checks: those were made where the figures stand.
 *
 * Ownership: the figures' arena. Failure: a finding, and data without a table,
 * as of a file that could not be read.
 */
#ifndef FIGURES_VIEWS_H
#define FIGURES_VIEWS_H

#include "figures/data_figures.h"

/* Makes the views of the template, then those of the report. F->data has room
   for them, and F->report becomes the report with them. */
void views_make(struct figures *f, struct findings *findings);

/* How many there are, of both. */
size_t views_count(const struct report *report,
                   const struct template *template_used);

#endif
