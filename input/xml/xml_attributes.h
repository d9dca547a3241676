/*
 * xml_attributes.h - the attributes of an element against its vocabulary. For
 * xml_check.c, xml_in.c and the merging of templates.
 *
 * Faults are findings; an attribute whose value has the wrong form counts as
 * not given.
 */
#ifndef INPUT_XML_XML_ATTRIBUTES_H
#define INPUT_XML_XML_ATTRIBUTES_H

#include "input/xml/xml_checking.h"

/* Attributes: the common ones first, as in node->given. */
const struct xml_attribute_rule *xml_rule_at(const struct xml_element *element,
                                             size_t i);
size_t xml_count_rules(const struct xml_element *element);

/* Its index, or the number of them. */
size_t xml_find_rule(const struct xml_element *element, struct str name);

/* The first of NODE's attributes that ELEMENT does not have, or NULL. */
const struct xml_attribute *
xml_attribute_not_of(const struct xml_checking *c, const struct xml_node *node,
                     const struct xml_element *element);

/* Whether NODE lacks what ELEMENT has to have. */
bool xml_lacks_any(const struct xml_node *node,
                   const struct xml_element *element);

/* The version that a root says its file has. */
void xml_note_version(struct xml_checking *c, const struct xml_node *node);

/* Whether the rest of NODE may stand in a file that its own extends. */
bool xml_may_be_a_part(const struct xml_node *node);

/* NODE has its element; it gets what it gives. */
void xml_check_attributes(struct xml_checking *c, struct xml_node *node);

/* The same of what NODE, of an element that merges, needs once it is merged. */
void xml_prove_whole(struct findings *findings, const struct xml_node *node);

#endif
