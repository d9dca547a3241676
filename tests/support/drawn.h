/*
 * drawn.h - pictures that are drawn with real fonts, and what must be true of
 * any drawing.
 */
#ifndef TESTS_SUPPORT_DRAWN_H
#define TESTS_SUPPORT_DRAWN_H

#include "output/drawing/drawing_make.h"
#include "tests/support/laid.h"

#define DRAWN_WIDTH                                                            \
    453544 /* that of text on a page, in thousandths of points */

/* MODEL must be sound. The drawing is T's, until it is closed. */
const struct drawing *drawn(struct laid_test *t, const struct picture *model,
                            int32_t width);

/* All its words, a space after each text. */
struct str drawn_words(struct arena *arena, const struct drawing *d);

/* All of it is inside, no text is on another, and none is too small. */
void assert_readable(const struct drawing *d);

#endif
