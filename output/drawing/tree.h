/*
 * tree.h - boxes and what they belong to: what structure.c and
 * structure_hang.c share.
 */
#ifndef OUTPUT_DRAWING_TREE_H
#define OUTPUT_DRAWING_TREE_H

#include "output/drawing/sketch.h"

#define TREE_NONE UINT32_MAX
#define TREE_PAD 5000 /* inside a box */

struct tree_node {
    uint32_t parent, first, next; /* TREE_NONE: there is none */
    uint32_t depth;               /* 0: it belongs to none */
    uint32_t leaves;              /* below it, at least 1 */
    int32_t words;                /* width of its widest word */
    int32_t reach;                /* of the line along what hangs from it */
    struct label name, role;
    struct rectangle box;
    bool centred; /* its words are */
};

struct tree {
    struct sketch *s;
    const struct picture_structure *model;
    struct tree_node *nodes;
    uint32_t *order; /* as it is read: each before what belongs to it */
    uint32_t depth;  /* levels */
    uint32_t first;  /* of those that belong to none */
};

/* Wraps the words of NODE for a box so wide, and sets its height. */
void tree_fit(struct tree *t, uint32_t node, int32_t width);
/* The width of a box with all its words whole. */
int32_t tree_least(const struct tree *t, uint32_t node);
void tree_line(struct tree *t, struct drawing_point from,
               struct drawing_point to);
/* From the line that comes down at X: along at BEND, and down to the top of
   each box from FIRST to LAST, which are siblings. */
void tree_branch(struct tree *t, uint32_t first, uint32_t last, int32_t x,
                 int32_t bend);
int32_t middle_of(const struct rectangle *b); /* x */

#endif
