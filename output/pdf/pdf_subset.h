/*
 * pdf_subset.h - the part of a font file that a PDF embeds.
 *
 * HarfBuzz takes no allocation functions, and a subset that was made while
 * memory was short can lack glyphs and call itself well; so each is compared
 * with the face that it comes from.
 */
#ifndef OUTPUT_PDF_PDF_SUBSET_H
#define OUTPUT_PDF_PDF_SUBSET_H

#include "output/font/font.h"

#include <hb.h>

/*
 * A TrueType program that holds GLYPHS of FACE under their own ids, and
 * nothing that a viewer of PDF does not need. NULL: no memory. The caller
 * destroys it.
 */
hb_blob_t *pdf_subset_program(const struct font_face *face,
                              const hb_set_t *glyphs);

#endif
