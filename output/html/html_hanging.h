/*
 * html_hanging.h - marks of notes that hang beyond the figures of their column;
 * for output/html alone.
 *
 * How wide they are is not known: room is left for as many digits as they have
 * characters.
 */
#ifndef OUTPUT_HTML_HTML_HANGING_H
#define OUTPUT_HTML_HTML_HANGING_H

#include "core/doc/doc.h"

#define HTML_HANGING_MOST                                                      \
    12 /* characters: templates/style/screen.css; longer marks stand behind    \
          their figure as words do */

/* By column of TABLE, the characters of the longest that hang, and the most of
   these; the caller frees it. NULL: there is no memory. */
uint8_t *html_hanging(const struct doc_node *table, uint8_t *most);

/* Of SPAN, which holds marks. */
size_t html_hanging_characters(const struct doc_node *span);

#endif
