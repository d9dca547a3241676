/*
 * structure_hang.h - a structure that is too wide to be drawn level by level.
 */
#ifndef OUTPUT_DRAWING_STRUCTURE_HANG_H
#define OUTPUT_DRAWING_STRUCTURE_HANG_H

#include "output/drawing/tree.h"

/* The stem down to the first box that several belong to, these heads beside
   each other in columns, and what belongs to them below each, indented.
   Returns the height. */
int32_t tree_hang(struct tree *t);

#endif
