/*
 * cell_several.h - figures that are more than one: 3:1, 2-4 weeks, 3h 20m.
 *
 * Among measures they are printed as they stand; nobody can compare them.
 */
#ifndef INPUT_TABLE_CELL_SEVERAL_H
#define INPUT_TABLE_CELL_SEVERAL_H

#include "core/value/wording.h"

/* `5 -`, with a space: a range without its end, no change since, or a minus as
   some programs write it. */
bool cell_is_left_open(struct str text);

/* Whether all of TEXT is a ratio, a range or a time of several figures, or a
   figure with a fraction: 7½ days. */
bool cell_is_several(const struct wording *w, struct str text);

#endif
