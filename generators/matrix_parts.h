/*
 * matrix_parts.h - what the parts of a matrix share: matrix.c (scales, the
 * table) and matrix_cells.c (what stands in its cells).
 *
 * Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_MATRIX_PARTS_H
#define GENERATORS_MATRIX_PARTS_H

#include "generators/chart_data.h"

struct scale_of_column {
    size_t column;
    const struct kind_column *kind;
    uint32_t steps;
};

struct matrix {
    struct chart_data c; /* the words around it */
    const struct table *table;
    struct scale_of_column x, y;
    size_t name;       /* column: what stands in cells */
    size_t band;       /* column of choices with statuses, or ncolumns */
    bool names;        /* in full, each on a line of its own */
    struct str *bands; /* of each cell, row after row from the lowest; NULL: no
                          cell is known but by what stands in it */
};

/* The step of ROW from 0 on; false: its cell says none. */
bool matrix_step(const struct matrix *m, const struct scale_of_column *s,
                 size_t row, uint32_t *step);

/* The column of what stands in cells; false: a finding was made. */
bool matrix_names(struct matrix *m);
/* How serious each cell is, where data or kind say so. */
void matrix_bands(struct matrix *m);
/* The cell at X and Y, from 0 on. */
void matrix_cell(const struct matrix *m, struct doc_node *row, uint32_t x,
                 uint32_t y);

#endif
