#include "input/view/figure_check_elements.h"

XML_ATTRIBUTES_OF(figure_check, FIGURE_CHECK_ATTRIBUTES);
XML_ATTRIBUTES_INTO(template_figure_check, figure_check,
                    TEMPLATE_FIGURE_CHECK_ATTRIBUTES);

const struct xml_element figure_check_element = {
    .name = "check",
    .sentence = "Two figures that must be the same: totals of two tables.",
    XML_SET(figure_check),
    .since = 2,
};

const struct xml_element template_figure_check_element = {
    .name = "check",
    .sentence = "Two figures of a report's data that must be the same: totals "
                "of two tables. Without the data nothing is compared.",
    XML_SET(template_figure_check),
    .merges = true,
    .since = 2,
};
