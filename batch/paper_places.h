/*
 * paper_places.h - on which page each line or row of what was read is printed
 * first, for who leads from the web page to the PDF.
 *
 * JSON as output/html/html_places.h has it, with the number of a page for that
 * of an element. Of so many rows that nobody could look through them, the
 * first.
 *
 * Failure: sticks in the buffer.
 */
#ifndef BATCH_PAPER_PLACES_H
#define BATCH_PAPER_PLACES_H

#include "output/layout/layout.h"

void paper_places_write(const struct layout *layout, struct buf *out);

#endif
