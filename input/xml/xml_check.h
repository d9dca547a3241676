/*
 * xml_check.h - an XML tree against its vocabulary, while it is read.
 *
 * For xml_in.c only. Faults are findings; the tree stays as it is, but that a
 * value of the wrong form counts as not given.
 */
#ifndef INPUT_XML_XML_CHECK_H
#define INPUT_XML_XML_CHECK_H

#include "input/xml/xml_checking.h"

/* NODE has its name, parent and attributes; it gets its element, or NULL when
   nothing is known about it or what it stands in. */
void xml_check_element(struct xml_checking *c, struct xml_node *node);

/* Whether RUN, a text that stands in PARENT from AT on, is content there. */
bool xml_check_text(const struct xml_checking *c, struct xml_node *parent,
                    struct str run, struct place at);

/* Whether what NODE holds, or its attributes, are values that are read like
   cells of any other form of data. */
bool xml_holds_value(const struct xml_node *node, const struct xml_checking *c);

/* NODE has all its children. */
void xml_check_end(const struct xml_checking *c, const struct xml_node *node);

#endif
