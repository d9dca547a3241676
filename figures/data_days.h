/*
 * data_days.h - of which day the data of a report is, beside the report's own
 * date and period, and beside other data of it.
 *
 * A report that is made by itself each month prints whatever file lies there:
 * last month's, when nobody has put the new one in its place.
 */
#ifndef FIGURES_DATA_DAYS_H
#define FIGURES_DATA_DAYS_H

#include "core/finding/finding.h"
#include "figures/data_figures.h"

/* Failure sticks in the arena. */
void data_days_check(const struct figures *figures, struct findings *findings);

#endif
