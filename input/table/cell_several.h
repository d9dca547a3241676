/*
 * cell_several.h - figures that are more than one: 3:1, 2-4 weeks, 3h 20m.
 *
 * Among measures they are printed as they stand; nobody can compare them.
 */
#ifndef INPUT_TABLE_CELL_SEVERAL_H
#define INPUT_TABLE_CELL_SEVERAL_H

#include "core/value/wording.h"

/* Whether all of TEXT is a ratio, a range or a time of several figures, or a
   figure with a fraction: 7½ days. */
bool cell_is_several(const struct wording *w, struct str text);

#endif
