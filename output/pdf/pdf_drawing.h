/*
 * pdf_drawing.h - a picture as path and text operators (ISO 32000-1, 8.5).
 */
#ifndef OUTPUT_PDF_PDF_DRAWING_H
#define OUTPUT_PDF_PDF_DRAWING_H

#include "output/drawing/drawing.h"
#include "output/pdf/pdf_text.h"

/*
 * Draws D, WIDTH milli-points wide, with its lower left corner at X, FOOT
 * above the page's. Between q and Q, so colours, fonts and the like are
 * afterwards what they were before.
 */
void pdf_drawing(struct pdf_text *text, const struct drawing *d, int32_t width,
                 int64_t x, int64_t foot);

#endif
