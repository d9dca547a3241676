/*
 * excerpt.h - what stands at a place, for who is shown it beside a message: the
 * line around it, or its cell between its neighbours.
 *
 * Ownership: all texts are the source's.
 */
#ifndef CORE_FINDING_EXCERPT_H
#define CORE_FINDING_EXCERPT_H

#include "core/finding/source.h"

#define EXCERPT_AROUND 100 /* bytes on either side of what is meant */
#define EXCERPT_CELLS 4    /* the row's first, and one on either side */

struct excerpt_cell {
    uint32_t column; /* from 1 */
    struct str text; /* as it was typed, without its quotation marks */
};

struct excerpt {
    struct str before, mark, after; /* the line; all empty: there is none */
    bool cut_before, cut_after;     /* it has more */
    uint32_t row;                   /* of the cells */
    struct excerpt_cell cells[EXCERPT_CELLS];
    size_t ncells; /* 0: the place is no cell */
};

/* How far sources have been read, as in struct source_cursor: of places in
   their order. All zero at first. */
struct excerpt_cursor {
    struct source_cursor line;
    struct source_cursor row; /* at its beginning */
};

/* Of a workbook's sheet, which has no text, nothing: see excerpt_columns(). */
void excerpt_make(struct excerpt_cursor *cursor, struct place at,
                  struct excerpt *e);

/* Which columns are shown of a row in which COLUMN is meant, in their order;
   how many. */
size_t excerpt_columns(uint32_t column, uint32_t columns[EXCERPT_CELLS]);

#endif
