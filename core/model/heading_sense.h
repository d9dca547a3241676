/*
 * heading_sense.h - the signs of a heading that its column must have, too.
 *
 * `18+`, `<18` and `18` are three columns, `A+` and `A` two; `Variance +/-` is
 * headed Variance.
 *
 * `Over/(under)spend` says that an underspend is the figure below zero,
 * `(Over)/underspend` that an overspend is. Names are compared without
 * brackets, so that the one is found for the other, and every figure would
 * have the other sign.
 */
#ifndef CORE_MODEL_HEADING_SENSE_H
#define CORE_MODEL_HEADING_SENSE_H

#include "core/model/kind.h"

/* Whether a column called NAME is headed so: str_same_word(), with its signs.
 */
bool heading_is(struct str heading, struct str name);

/* The name of COLUMN that has another word in brackets than HEADING, where none
   has the same; empty: nothing speaks against HEADING. */
struct str heading_sense_against(const struct kind_column *column,
                                 struct str heading);

#endif
