#include "input/view/view_elements.h"

#define XML_OF_AUDIENCE(E, m) XML_CHOSEN(E, m, audience_choices)
#define XML_OF_VALUE_TYPE(E, m) XML_CHOSEN(E, m, value_type_choices)

XML_ATTRIBUTES_OF(view, VIEW_ATTRIBUTES);
XML_ATTRIBUTES_INTO(template_view, view, TEMPLATE_VIEW_ATTRIBUTES);
XML_ATTRIBUTES_OF(view_column, VIEW_COLUMN_ATTRIBUTES);
XML_ATTRIBUTES_INTO(template_view_column, view_column,
                    TEMPLATE_VIEW_COLUMN_ATTRIBUTES);

const struct xml_element view_column_element = {
    .name = "column",
    .sentence = "Of a view: another heading of a column, or a further column "
                "whose cells are computed.",
    XML_SET(view_column),
};

const struct xml_element template_view_column_element = {
    .name = "column",
    .sentence = "Of a view: another heading of a column, or a further column "
                "whose cells are computed.",
    XML_SET(template_view_column),
};

static const struct xml_child in_template_view[] = {
    XML_MANY(template_view_column_element)};
static const struct xml_child in_view[] = {XML_MANY(view_column_element)};

const struct xml_element view_element = {
    .name = "view",
    .sentence = "A table made of a table: some of its rows, sorted, grouped, "
                "summed. It is used as data is.",
    XML_SET(view),
    XML_CHILDREN(in_view),
    .since = 2,
};

const struct xml_element template_view_element = {
    .name = "view",
    .sentence = "A table made of a table that a report has: some of its rows, "
                "sorted, grouped, summed. It is used as data is.",
    XML_SET(template_view),
    .merges = true,
    XML_CHILDREN(in_template_view),
    .since = 2,
};
