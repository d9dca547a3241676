/*
 * xml_rule_check.h - the check of vocabularies that have no descriptions of
 * their elements yet (xml_element.h).
 *
 * For xml_in.c only.
 */
#ifndef INPUT_XML_XML_RULE_CHECK_H
#define INPUT_XML_XML_RULE_CHECK_H

#include "input/xml/xml_in.h"

void xml_rule_check_element(const struct xml_vocabulary *v,
                            struct xml_node *node, struct findings *findings);
bool xml_rule_check_text(struct xml_node *run, struct findings *findings);

#endif
