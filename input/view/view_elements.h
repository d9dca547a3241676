/*
 * view_elements.h - the element `view` of reports and of templates
 * (core/model/view.h).
 */
#ifndef INPUT_VIEW_VIEW_ELEMENTS_H
#define INPUT_VIEW_VIEW_ELEMENTS_H

#include "core/model/view.h"
#include "input/xml/xml_element.h"

/* Those of a template have one attribute more, behind the others. */
/* clang-format off */
#define TEMPLATE_VIEW_ATTRIBUTES(A, E)                                         \
    VIEW_ATTRIBUTES(A, E)                                                      \
    A(E, LOOSE_YES, removed, "remove",                                         \
      "whether it is taken out of a template that is extended", OPTIONAL)

#define TEMPLATE_VIEW_COLUMN_ATTRIBUTES(A, E)                                  \
    VIEW_COLUMN_ATTRIBUTES(A, E)                                               \
    A(E, LOOSE_YES, removed, "remove",                                         \
      "whether it is taken out of a view that is extended", OPTIONAL)
/* clang-format on */

XML_ATTRIBUTES(view, VIEW_ATTRIBUTES);
XML_ATTRIBUTES(template_view, TEMPLATE_VIEW_ATTRIBUTES);
XML_ATTRIBUTES(view_column, VIEW_COLUMN_ATTRIBUTES);
XML_ATTRIBUTES(template_view_column, TEMPLATE_VIEW_COLUMN_ATTRIBUTES);

extern const struct xml_element view_element;
extern const struct xml_element template_view_element;
extern const struct xml_element view_column_element;
extern const struct xml_element template_view_column_element;

#endif
