/*
 * field_views.h - header fields whose conditions and values name views, and
 * views that name such fields. For figures/ only.
 */
#ifndef FIGURES_FIELD_VIEWS_H
#define FIGURES_FIELD_VIEWS_H

#include "core/finding/finding.h"
#include "figures/data_figures.h"

/*
 * Makes the views of F and what its header fields say: each sees the others as
 * they are in the end. Findings: those of views.h and field_texts.h, and a
 * field that depends on itself through a view.
 */
void field_views_make(struct figures *f, struct findings *findings);

#endif
