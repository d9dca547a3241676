/*
 * tree.h - boxes and what they belong to: what structure.c,
 * structure_rows.c and structure_outline.c share.
 */
#ifndef OUTPUT_DRAWING_TREE_H
#define OUTPUT_DRAWING_TREE_H

#include "output/drawing/sketch.h"

#define TREE_NONE UINT32_MAX
#define TREE_PAD 6000    /* inside a box */
#define TREE_BOX 85000   /* the least width of one that stands centred */
#define TREE_GAP 14000   /* between boxes beside each other */
#define TREE_TRUNK 11000 /* of a line, above and below where it branches */

struct tree_node {
    uint32_t parent, first, next; /* TREE_NONE: there is none */
    uint32_t depth;               /* 0: it belongs to none */
    int32_t words;                /* width of its widest word */
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
    /*
     * The heads are the first boxes, from the top, that are more than one; what
     * stands above them is the stem, which ends in the root.
     */
    uint32_t heads;  /* the first of them */
    uint32_t nheads; /* at least 1 */
    uint32_t root;   /* TREE_NONE: they belong to none */
};

/* Wraps the words of NODE for a box so wide, and sets its height. */
void tree_fit(struct tree *t, uint32_t node, int32_t width);
/* The same on lines of like length, which stand centred. */
void tree_fit_centred(struct tree *t, uint32_t node, int32_t width);
/* The width of a box with all its words whole. */
int32_t tree_least(const struct tree *t, uint32_t node);
/* How wide the boxes of the stem want to be, up to MOST. */
int32_t tree_stem_width(const struct tree *t, int32_t most);
/* The stem, centred, its boxes WIDTH wide; returns where it ends. */
int32_t tree_stem(struct tree *t, int32_t width);
void tree_line(struct tree *t, struct drawing_point from,
               struct drawing_point to);
int32_t middle_of(const struct rectangle *b); /* x */

#endif
