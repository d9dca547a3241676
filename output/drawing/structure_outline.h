/*
 * structure_outline.h - many boxes, or several levels, as an indented outline.
 */
#ifndef OUTPUT_DRAWING_STRUCTURE_OUTLINE_H
#define OUTPUT_DRAWING_STRUCTURE_OUTLINE_H

#include "output/drawing/tree.h"

/* Places all boxes below each other, in two columns where there is room, and
   draws the rails that they hang from; returns the height. */
int32_t tree_outline(struct tree *t);

#endif
