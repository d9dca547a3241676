#include "input/view/figure_check_in.h"

void figure_check_in(const struct xml_reading *r, const struct xml_node *node,
                     struct list *list)
{
    const bool of_report = node->element == &figure_check_element;
    struct figure_check *c;

    if (!of_report && node->element != &template_figure_check_element)
        return;
    c = list_add(list);
    if (c == NULL)
        return;
    if (of_report)
        XML_FILL(r, node, figure_check, c);
    else
        XML_FILL_AS(r, node, template_figure_check, figure_check, c);
    /* The tables of both elements begin alike. */
    c->figure_at =
        xml_value_at(node, &node->element->attributes[figure_check_figure_at]);
    c->equals_at =
        xml_value_at(node, &node->element->attributes[figure_check_equals_at]);
    c->at = node->at;
}
