/*
 * scale.h - figures as places along a picture.
 *
 * A place is in millionths of the width, from the figures themselves, exact:
 * what is drawn is as long as what is printed says.
 *
 * Failure: none; a figure beyond the ends is brought between them.
 */
#ifndef FIGURES_SCALE_H
#define FIGURES_SCALE_H

#include "core/value/decimal.h"

#define SCALE_WIDTH 1000000

/* All zero: from nought to nought, so that what is added to it begins at
   nought, as bars have to. */
struct scale {
    struct decimal low, high;
};

/* D is on it. */
void scale_widen(struct scale *s, struct decimal d);

/* Makes it longer where nought would stand nearer to one of its ends than a
   share of its length, in tenths, below half: room for words at both sides.
   Nothing where all is on one side of nought. */
void scale_make_room(struct scale *s, uint8_t tenths);

/* The place of D; 0 on an empty scale. */
int32_t scale_place(const struct scale *s, struct decimal d);

#endif
