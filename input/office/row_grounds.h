/*
 * row_grounds.h - which cells of a row hold nothing but a colour.
 *
 * A blank cell that is red, amber or green says something by it; one that has
 * the colour of other cells of its row is part of how the row looks.
 *
 * Ownership: the caller's struct. Failure: sticks in the sheet's arena.
 */
#ifndef INPUT_OFFICE_ROW_GROUNDS_H
#define INPUT_OFFICE_ROW_GROUNDS_H

#include "input/office/sheet.h"

#define ROW_GROUNDS_MAX 32

struct row_grounds {
    uint32_t filled[ROW_GROUNDS_MAX]; /* the strong colours of cells with
                                         words, seen_colour.h */
    size_t nfilled;
    struct {
        uint32_t colour;
        uint32_t column;
    } blank[ROW_GROUNDS_MAX];
    size_t nblank; /* more than ROW_GROUNDS_MAX: the row's own look */
};

/* A cell of the open row has this GROUND: one with words, one without. */
void ground_filled(struct row_grounds *g, uint32_t ground);
void ground_blank(struct row_grounds *g, uint32_t ground, uint32_t column);

/* The row ends, which is ROW of SHEET: its cells that are coloured alone are
   added there. */
void grounds_end(struct row_grounds *g, struct sheet *sheet, uint32_t row);

#endif
