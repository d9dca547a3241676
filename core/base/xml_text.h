/*
 * xml_text.h - text into XML.
 */
#ifndef CORE_BASE_XML_TEXT_H
#define CORE_BASE_XML_TEXT_H

#include "core/base/buf.h"

/* As content of an element or of an attribute in double quotation marks. */
void xml_text_put(struct buf *out, struct str text);

#endif
