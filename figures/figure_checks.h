/*
 * figure_checks.h - whether figures of several tables that must be the same
 * are. For figures/ only.
 *
 * A figure of a cell that is faulty itself, or follows from a fault, was named
 * with that fault: nothing more is said of it.
 */
#ifndef FIGURES_FIGURE_CHECKS_H
#define FIGURES_FIGURE_CHECKS_H

#include "figures/check_parts.h"

/* Compares those of the report and of its template. */
void figure_checks_run(struct figures *f,
                       struct acknowledgements *acknowledgements,
                       struct computed_list *computed,
                       struct findings *findings);

#endif
