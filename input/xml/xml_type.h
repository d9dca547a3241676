/*
 * xml_type.h - the types of attributes: their form, and what they become.
 *
 * For xml_check.c, which asks for the form of each value while a file is read,
 * and xml_value.c, which puts values into structs.
 */
#ifndef INPUT_XML_XML_TYPE_H
#define INPUT_XML_XML_TYPE_H

#include "input/xml/xml_node.h"
#include "input/xml/xml_reading.h"

/* What a list of names offers at most: of attributes, children, choices. */
#define XML_NAMES_MAX 128

/* Whether A, an attribute of NODE, has the form that RULE asks for; a finding
   says why not. */
bool xml_type_check(const struct xml_node *node, const struct xml_attribute *a,
                    const struct xml_attribute_rule *rule,
                    struct findings *findings);

/* What A says, or what none means where A is NULL, into the member of *INTO.
   A has the form that RULE asks for. */
void xml_type_store(const struct xml_reading *r, const struct xml_attribute *a,
                    const struct xml_attribute_rule *rule, void *into);

#endif
