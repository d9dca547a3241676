/*
 * xml_check.h - an XML tree against its vocabulary, while it is read.
 *
 * For xml_in.c only. Faults are findings; the tree stays as it is.
 */
#ifndef INPUT_XML_XML_CHECK_H
#define INPUT_XML_XML_CHECK_H

#include "input/xml/xml_in.h"

/* NODE has its name, parent and attributes; it gets its rule, or NULL when
   nothing is known about it or what it stands in. */
void xml_check_element(const struct xml_vocabulary *v, struct xml_node *node,
                       struct findings *findings);

/* Whether RUN, text of its parent, is content there. */
bool xml_check_text(struct xml_node *run, struct findings *findings);

#endif
