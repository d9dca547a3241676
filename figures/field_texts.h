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
 * is not true: each sees those that the template declares before it as they
 * then are. Asked first without views, which may name fields, and once more
 * when there are any, which conditions may name.
 *
 * Findings: a field that is given and left out, one that is required and
 * lacks. What is wrong with a value is said where it is printed.
 */
void field_texts_make(struct figures *f, struct findings *findings);

#endif
