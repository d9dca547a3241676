/*
 * fault_text.h - what is said beside a figure that the report owns up to.
 *
 * Ownership: the arena. Failure: sticks in the arena.
 */
#ifndef FIGURES_FAULT_TEXT_H
#define FIGURES_FAULT_TEXT_H

#include "figures/data_figures.h"

/*
 * The words of the note on FAULT, which was acknowledged: the figure that was
 * published, what its rows give, and the reason. FORM is that of the figure;
 * where both would read alike in it, they are given in full. A note is no part
 * of a table: it says whole sums.
 */
struct str fault_text(struct arena *arena, const struct wording *wording,
                      const struct computed *fault, struct cell_form form);

#endif
