/*
 * layout_make.h - lays the tree out on pages.
 */
#ifndef OUTPUT_LAYOUT_LAYOUT_MAKE_H
#define OUTPUT_LAYOUT_LAYOUT_MAKE_H

#include "output/layout/layout.h"

/*
 * Lays D out in the page of its style. Findings are wide words, tall cells,
 * characters without a glyph. ST_LIMIT when the arena's limit is reached.
 */
MUST_CHECK enum status layout_make(const struct doc *d, struct shaper *shaper,
                                   struct arena *arena,
                                   struct findings *findings,
                                   struct layout *layout);

#endif
