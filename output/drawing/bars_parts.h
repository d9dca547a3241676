/*
 * bars_parts.h - what the parts of a chart's drawing share; for
 * output/drawing alone.
 *
 *   bars.c          which way a chart is drawn
 *   bars_pieces.c   from where to where each part reaches, and its colour
 *   bars_names.c    which colour is which name
 *   bars_upright.c  bars that stand
 *   bars_across.c   bars that run across: for long names, and for many bars
 *                   on a narrow screen
 *   bars_line.c     lines
 *
 * The texts of a chart stand in one order however it is drawn: names of
 * series, ticks, then category by category its name, what is said under it,
 * its total, its labels.
 */
#ifndef OUTPUT_DRAWING_BARS_PARTS_H
#define OUTPUT_DRAWING_BARS_PARTS_H

#include "output/drawing/sketch.h"

/* Where a part begins and ends on the axis. */
struct bars_piece {
    int64_t from, to;
};

struct bars_piece bars_piece(const struct picture_bars *m, uint32_t category,
                             uint32_t series);
/* What a category reaches, zero included. */
struct bars_piece bars_reach(const struct picture_bars *m, uint32_t category);
/* The ends of the value axis: those of the ticks, stretched by what is
   beyond them. Bars begin at zero, so it is on their axis, unless it is
   raised. */
struct axis bars_axis(const struct picture_bars *m);

/* Whether it is a line at its value: see picture_bars, `raised`. */
bool bars_is_level(const struct picture_bars *m, uint32_t category);
#define BARS_LEVEL 3000 /* how thick that is */

bool bars_is_missing(const struct picture_bars *m, uint32_t category,
                     uint32_t series);
/* In print; empty where the axis tells it. */
struct str bars_label(const struct picture_bars *m, uint32_t category,
                      uint32_t series);
struct str bars_total(const struct picture_bars *m, uint32_t category);
struct str bars_below(const struct picture_bars *m, uint32_t category);

uint32_t bars_fill(const struct sketch *s, const struct picture_bars *m,
                   uint32_t category, uint32_t series);
/* Words on FILL, and words of that colour on white. */
uint32_t bars_ink_on(const struct sketch *s, uint32_t fill);
uint32_t bars_ink_of(uint32_t fill);

/* The width that names beside the last bar take; 0: they stand above. */
int32_t bars_names_width(struct sketch *s, const struct picture_bars *m,
                         int32_t height);
/* Names above, each with its colour; returns their height. */
int32_t bars_key(struct sketch *s, const struct picture_bars *m);
/* Names beside what they name: MIDDLES has the place of each, and, of N after
   those of all series, that of the total. None is below MOST. */
void bars_names_beside(struct sketch *s, const struct picture_bars *m,
                       int32_t *middles, uint32_t n, int32_t x, int32_t most);
/* Moves N lines of text so that none is on another, none above the picture
   and, where there is room, none begins below MOST. */
#define BARS_SPREAD_MAX (PICTURE_SERIES_MAX + 1)
void bars_spread(int32_t *tops, uint32_t n, int32_t leading, int32_t most);

/* Draws it if every word has its room; returns its height, or 0. */
int32_t bars_upright_draw(struct sketch *s, const struct picture_bars *m);
int32_t bars_across_draw(struct sketch *s, const struct picture_bars *m);
int32_t bars_line_draw(struct sketch *s, const struct picture_bars *m);

/* Horizontal lines at the ticks from LEFT to RIGHT, their labels before
   LEFT. */
void bars_grid(struct sketch *s, const struct picture_bars *m,
               const struct axis *axis, int32_t left, int32_t right);
/* What their labels take. */
int32_t bars_grid_width(struct sketch *s, const struct picture_bars *m);

/* A line of one thickness in dashes, each ON long and OFF apart. */
void sketch_dashes(struct sketch *s, uint32_t colour, int32_t thickness,
                   struct drawing_point from, struct drawing_point to,
                   int32_t on, int32_t off);

#endif
