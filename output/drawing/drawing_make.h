/*
 * drawing_make.h - makes the lines, areas and texts of a picture.
 *
 * Ownership and failure: those of drawing.h.
 */
#ifndef OUTPUT_DRAWING_DRAWING_MAKE_H
#define OUTPUT_DRAWING_DRAWING_MAKE_H

#include "output/drawing/drawing.h"

/*
 * Draws PICTURE, which is no image from a file, WIDTH milli-points wide (at
 * least DRAWING_WIDTH_MIN) and as high as it needs. FINDINGS, for characters
 * without a glyph, may be NULL. NULL after a failure.
 */
#define DRAWING_WIDTH_MIN 144000
const struct drawing *drawing_make(const struct doc_node *picture,
                                   const struct house *house, int32_t width,
                                   struct shaper *shaper, struct arena *arena,
                                   struct findings *findings);

/* The same laid out anew for a screen as wide as a hand: DRAWING_NARROW wide,
   where a thousand milli-points are about a pixel. */
#define DRAWING_NARROW 290000
const struct drawing *drawing_make_narrow(const struct doc_node *picture,
                                          const struct house *house,
                                          struct shaper *shaper,
                                          struct arena *arena);

#endif
