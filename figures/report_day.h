/*
 * report_day.h - the day of a report.
 */
#ifndef FIGURES_REPORT_DAY_H
#define FIGURES_REPORT_DAY_H

#include "figures/data_figures.h"

/* That which the template's first field of a day says; year 0: none. */
struct date figures_report_day(const struct figures *figures);

#endif
