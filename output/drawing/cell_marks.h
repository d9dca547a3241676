/*
 * cell_marks.h - how the marks of a cell's drawing look: their colours, and
 * symbols as polygons. Both writers draw them so.
 */
#ifndef OUTPUT_DRAWING_CELL_MARKS_H
#define OUTPUT_DRAWING_CELL_MARKS_H

#include "core/doc/cell_drawing.h"
#include "output/drawing/drawing.h"

/* Milli-points. */
#define CELL_BAR 9000      /* how high a bar is */
#define CELL_DIAMOND 11000 /* a diamond, from corner to corner */
#define CELL_TICK 14000    /* an upright line beside bars */
#define CELL_EDGE 1000     /* outlines */
#define CELL_LINE 1500     /* of a sparkline */
#define CELL_THICK 2000    /* a tick */
#define CELL_AXIS 1000
#define CELL_GRID 500
#define CELL_AS_AT 1250

#define CELL_SAMPLE 16000       /* how wide a sample of a bar is */
#define CELL_SAMPLE_POINT 11000 /* one of what stands at one place */
#define CELL_SAMPLE_HEIGHT 14000

#define CELL_SYMBOL 20000 /* a symbol's square is so many units wide */

uint32_t cell_tone_colour(const struct house *house, uint8_t tone);
/* The same on the dark page of a screen. */
uint32_t cell_tone_dark(const struct house *house, uint8_t tone);

/* How wide a sample is. */
int32_t cell_sample_width(const struct cell_drawing *sample);

/* A part of a symbol. */
struct cell_polygon {
    uint32_t colour;
    const struct drawing_point *points; /* in units of CELL_SYMBOL */
    uint32_t npoints;
};

#define CELL_POLYGONS 2

/* The polygons of MARK, which is a symbol, the lowest first; returns how
   many. */
size_t cell_symbol(const struct house *house, const struct cell_mark *mark,
                   struct cell_polygon polygons[CELL_POLYGONS]);

#endif
