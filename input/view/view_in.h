/*
 * view_in.h - reads the views that a report or a template declares.
 *
 * Ownership: the arena of the reading. What a view names is looked up where it
 * is made (figures/views.h).
 */
#ifndef INPUT_VIEW_VIEW_IN_H
#define INPUT_VIEW_VIEW_IN_H

#include "input/view/view_elements.h"
#include "input/xml/xml_value.h"

/* Of those of NODES that are views, in their order: struct view. */
struct list views_in(const struct xml_reading *r,
                     const struct xml_node *const *nodes, size_t nnodes);

#endif
