/*
 * cell_typed.h - figures that are printed as typed, but for their sign: that is
 * the wording's, as it is of any figure. For core/model/ only.
 */
#ifndef CORE_MODEL_CELL_TYPED_H
#define CORE_MODEL_CELL_TYPED_H

#include "core/base/arena.h"
#include "core/model/report.h"
#include "core/value/wording.h"

/* What has a unit of its own. A pipe may have taken its sign away. */
struct str cell_typed_figure(struct arena *a, const struct wording *w,
                             const struct cell *c);

/* Words in the place of a value: a percentage among amounts may be negative. */
struct str cell_typed_words(struct arena *a, const struct wording *w,
                            const struct cell *c);

#endif
