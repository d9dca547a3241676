/*
 * field_texts.h - what the header fields of a template say in a report: nothing
 * where their condition is not true, else what is given or made of others.
 */
#ifndef FIGURES_FIELD_TEXTS_H
#define FIGURES_FIELD_TEXTS_H

#include "core/finding/finding.h"
#include "figures/data_figures.h"

/*
 * Makes F->field_texts, and leaves out of F->report the fields whose condition
 * is not true: what one names is settled before it, in whichever order the
 * template declares them. Made again it sees the views that there are by then.
 *
 * Findings: a field that is given and left out, one that is required and
 * lacks, one that depends on itself, a value that is none of the field's
 * choices. What else is wrong with a value is said where it is printed.
 */
void field_texts_make(struct figures *f, struct findings *findings);

/* A condition, or what is printed of a field that depends on others: where it
   stands. */
struct place field_made_at(const struct template_field *asked);

#endif
