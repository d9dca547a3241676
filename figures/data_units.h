/*
 * data_units.h - data whose unit is not that of the period before: the file in
 * millions, or the heading that lost its £000. For figures/ only.
 *
 * Failure: none; what is found is a finding.
 */
#ifndef FIGURES_DATA_UNITS_H
#define FIGURES_DATA_UNITS_H

#include "figures/data_figures.h"

void data_units_check(const struct figures *f, struct findings *findings);

#endif
