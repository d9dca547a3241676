/*
 * xml_misplaced.h - what to do about an element that cannot stand where it
 * does: write the one that HTML has another name for, put it where it may
 * stand, or write the nearest of those that may stand there.
 */
#ifndef INPUT_XML_XML_MISPLACED_H
#define INPUT_XML_XML_MISPLACED_H

#include "core/finding/finding.h"
#include "input/xml/xml_element.h"

/* A hint of the last finding. ROOT is that of the file; of ALLOWED those that
   are likeliest to be meant stand first. */
void xml_hint_misplaced(struct findings *f, const struct xml_element *root,
                        struct str name, const struct str *allowed,
                        size_t nallowed);

#endif
