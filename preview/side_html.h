/*
 * side_html.h - what every part beside a report's page is made of. Failure:
 * sticks in the buffer.
 */
#ifndef PREVIEW_SIDE_HTML_H
#define PREVIEW_SIDE_HTML_H

#include "core/base/buf.h"
#include "core/base/str.h"

/* Text for a person, whatever it holds. */
void side_put(struct buf *out, struct str text);
/* Nothing when TEXT is empty. */
void side_put_element(struct buf *out, const char *tag, const char *kind,
                      struct str text);

#endif
