/*
 * typed_around.h - signs and units that a text has beside a figure, which is
 * printed with its own: ££572, −−£38, £572 thousand. For figures/ only.
 *
 * Failure: none; what is found is a finding.
 */
#ifndef FIGURES_TYPED_AROUND_H
#define FIGURES_TYPED_AROUND_H

#include "core/finding/finding.h"
#include "core/value/wording.h"

/* WORDS are printed for an expression at AT, with the text BEFORE and BEHIND.
 */
void typed_around_check(struct findings *findings, struct place at,
                        const struct wording *wording, struct str before,
                        struct str words, struct str behind);

#endif
