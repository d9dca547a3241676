/*
 * figure_check_in.h - reads the figures that a report or a template says must
 * be the same.
 *
 * Ownership: the arena of the reading. What they name is looked up where they
 * are compared (figures/figure_checks.h).
 */
#ifndef INPUT_VIEW_FIGURE_CHECK_IN_H
#define INPUT_VIEW_FIGURE_CHECK_IN_H

#include "input/view/figure_check_elements.h"
#include "input/xml/xml_value.h"

/* Adds NODE, if it is one, to LIST: struct figure_check. */
void figure_check_in(const struct xml_reading *r, const struct xml_node *node,
                     struct list *list);

#endif
