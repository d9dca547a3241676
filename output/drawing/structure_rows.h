/*
 * structure_rows.h - few boxes below one, in a row or in two.
 */
#ifndef OUTPUT_DRAWING_STRUCTURE_ROWS_H
#define OUTPUT_DRAWING_STRUCTURE_ROWS_H

#include "output/drawing/tree.h"

/* Places all boxes, and draws the lines between them; returns the height of
   all, or 0: they are too many, too wide, or have others below them. */
int32_t tree_rows(struct tree *t);

#endif
