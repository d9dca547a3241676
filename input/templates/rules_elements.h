/*
 * rules_elements.h - the vocabulary of rules (core/model/rules.h).
 */
#ifndef INPUT_TEMPLATES_RULES_ELEMENTS_H
#define INPUT_TEMPLATES_RULES_ELEMENTS_H

#include "core/model/rules.h"
#include "input/xml/xml_element.h"

XML_ATTRIBUTES(rules, RULES_ATTRIBUTES);
XML_ATTRIBUTES(rules_field, RULES_FIELD_ATTRIBUTES);
XML_ATTRIBUTES(rule, RULE_ATTRIBUTES);

extern const struct xml_element rules_element;
extern const struct xml_element rules_field_element;
extern const struct xml_element rule_element;

#endif
