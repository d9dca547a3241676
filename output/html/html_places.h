/*
 * html_places.h - where each element of a web page comes from, and each figure
 * in its words, beside the page and never in it: a preview leads from a word to
 * its line or cell and back.
 *
 * An element is known by its number among all start tags, from 0, as a browser
 * counts the elements of the page.
 */
#ifndef OUTPUT_HTML_HTML_PLACES_H
#define OUTPUT_HTML_HTML_PLACES_H

#include "core/base/buf.h"
#include "core/doc/printed_figures.h"

/* Adds that ELEMENT comes from AT to LIST, which holds nothing else. */
void html_places_add(struct buf *list, uint32_t element, struct place at);

/* Adds what FIGURE, which stands in the words of ELEMENT, was made of. */
void html_places_add_figure(struct buf *list, uint32_t element,
                            const struct printed_figure *figure);

/* LIST, whose order is lost, as a JSON array into OUT:
   [[element, "file", "sheet", line, column, "cell"], ...]; what is unknown is
   0 or "". What figures were made of stands among them, longer by a number that
   those of one figure have in common, all lines or cells ("B2:B5 B9", "12:14"),
   the figure's "words" and what gives it. Failure: sticks in OUT. */
void html_places_json(struct buf *list, struct buf *out);

#endif
