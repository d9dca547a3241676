/*
 * drawing.h - a picture as lines, areas and texts: what both writers draw.
 *
 * Lengths are milli-points; the origin is the top left, y grows downward. The
 * items stand in drawing order, their texts in reading order, which depends
 * on the model alone and not on the width: so PDF and HTML say the same words
 * in the same order, however wide their pictures are.
 *
 * Ownership: everything belongs to the arena; shaped words belong to the
 * shaper.
 * Failure: sticks in the arena.
 */
#ifndef OUTPUT_DRAWING_DRAWING_H
#define OUTPUT_DRAWING_DRAWING_H

#include "core/doc/doc.h"
#include "core/model/picture.h"
#include "output/font/font.h"

enum drawing_kind {
    DRAWING_AREA,  /* a filled polygon */
    DRAWING_LINES, /* strokes, each between two points */
    DRAWING_TEXT,
};

struct drawing_point {
    int32_t x, y;
};

struct drawing_line { /* of a text */
    const struct shaped_word *words;
    uint32_t nwords;
    int32_t x, y; /* y: of the baseline */
    int32_t width;
};

struct drawing_item {
    struct drawing_item *next;
    uint8_t kind; /* enum drawing_kind */
    uint8_t face; /* TEXT: enum face */
    uint32_t colour;
    int32_t size;                 /* TEXT: of the type; LINES: how thick */
    struct drawing_point *points; /* AREA: corners; LINES: pairs of ends */
    uint32_t npoints;
    struct drawing_line *lines; /* TEXT */
    uint32_t nlines;
};

struct drawing {
    int32_t width, height;
    struct drawing_item *first;
    struct drawing_item *last;
};

/* The size of its smallest type; 0: it has no text. */
int32_t drawing_smallest(const struct drawing *d);

/* One line an item, each after four spaces. */
void drawing_dump(const struct drawing *d, struct buf *out);

#endif
