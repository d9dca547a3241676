/*
 * cell_draw.h - makes the lines and areas of what is drawn in a cell.
 *
 * Ownership and failure: those of drawing.h.
 */
#ifndef OUTPUT_DRAWING_CELL_DRAW_H
#define OUTPUT_DRAWING_CELL_DRAW_H

#include "core/doc/cell_drawing.h"
#include "output/drawing/drawing.h"

/* The room that a cell has, in milli-points. */
struct cell_area {
    int32_t width, height; /* that of the row */
    int32_t middle;        /* where bars and symbols have their middle */
    int32_t foot;          /* where words end */
};

/* Draws NODE, a DOC_DRAWING. FINDINGS may be NULL. NULL after a failure. */
const struct drawing *cell_draw(const struct doc_node *node,
                                const struct house *house,
                                struct cell_area area, struct shaper *shaper,
                                struct arena *arena, struct findings *findings);

#endif
