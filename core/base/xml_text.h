/*
 * xml_text.h - text into XML.
 */
#ifndef CORE_BASE_XML_TEXT_H
#define CORE_BASE_XML_TEXT_H

#include "core/base/buf.h"

/* As content of an element or of an attribute in double quotation marks,
   control characters as they are. */
void xml_text_put(struct buf *out, struct str text);

/* The same of any UTF-8: a control character becomes a space. */
void xml_text_put_line(struct buf *out, struct str text);

#endif
