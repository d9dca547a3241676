/*
 * figure_check_elements.h - the element `check` of reports and of templates
 * (core/model/figure_check.h).
 */
#ifndef INPUT_VIEW_FIGURE_CHECK_ELEMENTS_H
#define INPUT_VIEW_FIGURE_CHECK_ELEMENTS_H

#include "core/model/figure_check.h"
#include "input/xml/xml_element.h"

/* A template's has one attribute more, behind the others. */
/* clang-format off */
#define TEMPLATE_FIGURE_CHECK_ATTRIBUTES(A, E)                                 \
    FIGURE_CHECK_ATTRIBUTES(A, E)                                              \
    A(E, LOOSE_YES, removed, "remove",                                         \
      "whether it is taken out of a template that is extended", OPTIONAL)
/* clang-format on */

XML_ATTRIBUTES(figure_check, FIGURE_CHECK_ATTRIBUTES);
XML_ATTRIBUTES(template_figure_check, TEMPLATE_FIGURE_CHECK_ATTRIBUTES);

extern const struct xml_element figure_check_element;
extern const struct xml_element template_figure_check_element;

#endif
