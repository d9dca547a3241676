#include "input/templates/rules_elements.h"

#define XML_OF_RULE_LEVEL(E, m) XML_CHOSEN(E, m, rule_level_choices)

XML_ATTRIBUTES_OF(rules, RULES_ATTRIBUTES);
XML_ATTRIBUTES_OF(rules_field, RULES_FIELD_ATTRIBUTES);
XML_ATTRIBUTES_OF(rule, RULE_ATTRIBUTES);

const struct xml_element rules_field_element = {
    .name = "field",
    .sentence = "A header field or value of reports that rules name. A format "
                "or report without it lacks it, and a name that stands in no "
                "such element is an error.",
    XML_SET(rules_field),
};

const struct xml_element rule_element = {
    .name = "rule",
    .sentence = "One thing that is asked, by one of `test`, `given`, `section` "
                "and `sentence`.",
    XML_SET(rule),
};

static const struct xml_child children[] = {
    XML_MANY(rules_field_element),
    XML_MANY(rule_element),
};

const struct xml_element rules_element = {
    .name = "rules",
    .sentence = "What a law or a constitution asks of reports of one body.",
    XML_SET(rules),
    XML_CHILDREN(children),
};
