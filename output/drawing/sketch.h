/*
 * sketch.h - what the parts of output/drawing share.
 *
 *   sketch.c    areas, strokes, patterns
 *   label.c     texts, wrapped in words
 *   axis.c      values to places; the labels of ticks
 *   timeline.c
 *   structure.c, structure_rows.c, structure_outline.c: tree.h
 *   bars.c      charts: bars_parts.h
 *
 * Failure: sticks in the arena; drawing what could not be allocated does
 * nothing.
 */
#ifndef OUTPUT_DRAWING_SKETCH_H
#define OUTPUT_DRAWING_SKETCH_H

#include "output/drawing/drawing.h"

#define WHITE 0xffffff /* of the page */

/* Milli-points. */
#define HAIRLINE 500
#define STROKE 1000
#define GAP 4000 /* between a text and what it belongs to */

struct sketch {
    struct drawing *drawing;
    bool narrow; /* for a screen as wide as a hand: larger type, names above
                    what they name */
    const struct house *house;
    struct shaper *shaper;
    struct arena *arena;
    struct findings *findings;
    struct place at;
};

struct rectangle {
    int32_t x, y, width, height;
};

/* --- areas and strokes: sketch.c --- */

/* Adds an item; NULL after a failure. */
struct drawing_item *sketch_item(struct sketch *s, enum drawing_kind kind,
                                 uint32_t colour);
void sketch_area(struct sketch *s, uint32_t colour,
                 const struct drawing_point *corners, uint32_t n);
void sketch_box(struct sketch *s, uint32_t colour, struct rectangle box);
/* A stroke along the inside of BOX's edge. */
void sketch_outline(struct sketch *s, uint32_t colour, struct rectangle box);
void sketch_line(struct sketch *s, uint32_t colour, int32_t thickness,
                 struct drawing_point from, struct drawing_point to);
/* Room for N points, to be filled by the caller; NULL after a failure. */
struct drawing_point *sketch_lines(struct sketch *s, uint32_t colour,
                                   int32_t thickness, uint32_t n);

/* --- texts: label.c --- */

struct label {
    struct drawing_line *lines; /* x and y are set by label_draw() */
    uint32_t nlines;
    int32_t width; /* of its widest line */
    int32_t height;
    int32_t size;
    uint8_t face;
};

/* Sizes of type in pictures: that of small print, never below 9 pt. */
int32_t label_size(const struct sketch *s);
int32_t label_leading(const struct sketch *s);

/* TEXT in lines of at most ROOM, broken between words; a word that is wider
   is broken inside. */
struct label label_make(struct sketch *s, struct str text, enum face face,
                        int32_t room);
/* The same on lines of like length, as few as it can have. */
struct label label_balanced(struct sketch *s, struct str text, enum face face,
                            int32_t room);
/* As wide as it would like to be. */
int32_t label_full_width(struct sketch *s, struct str text, enum face face);
/* As narrow as it can be with all words whole. */
int32_t label_word_width(struct sketch *s, struct str text, enum face face);
/* The room that each STEP-th of the N TEXTS from FIRST on has: ROOM, or, where
   all have as many words and one needs a line for each, so little that all of
   them have, so that months break alike. */
int32_t label_even_room(struct sketch *s, const struct str *texts, uint32_t n,
                        uint32_t first, uint32_t step, enum face face,
                        int32_t room);
/* White behind a label that will stand over lines, its top left at X, Y. */
void label_backing(struct sketch *s, const struct label *label, int32_t x,
                   int32_t y);
/* Draws it with its top left at X, Y, aligned in WIDTH. */
void label_draw(struct sketch *s, const struct label *label, int32_t x,
                int32_t y, int32_t width, enum doc_align align);

/* The same in COLOUR. */
void label_draw_in(struct sketch *s, const struct label *label, uint32_t colour,
                   int32_t x, int32_t y, int32_t width, enum doc_align align);

/* --- axes: axis.c --- */

struct axis {
    int64_t from, to; /* from < to */
    int32_t start;    /* where FROM is */
    int32_t length;   /* negative: upward */
};

/* The place of VALUE, which is brought between the ends. */
int32_t axis_at(const struct axis *a, int64_t value);

/* How far the label of the last tick reaches beyond it, if its words are on
   lines of their own. */
int32_t axis_overhang(struct sketch *s, const struct picture_tick *last);

/* Draws the labels of ticks over a horizontal axis, each at its tick, or
   BETWEEN it and the next, and none on another, from Y down; returns the height
   they take. */
int32_t axis_labels_along(struct sketch *s, const struct axis *a,
                          const struct picture_tick *ticks, uint32_t n,
                          bool between, int32_t y);
/* The same beside a vertical axis of at least n lines, right-aligned in
   WIDTH. */
void axis_labels_beside(struct sketch *s, const struct axis *a,
                        const struct picture_tick *ticks, uint32_t n,
                        int32_t width);

/* --- kinds --- */

/* Each returns the height of the picture. */
#define DRAW(kind, name)                                                       \
    int32_t name##_draw(struct sketch *s, const struct picture_##name *model);
PICTURE_MODELS(DRAW)
#undef DRAW

#endif
