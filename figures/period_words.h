/*
 * period_words.h - years that words name, beside those of the data that they
 * stand over: a heading of 2025/26 above figures of 2026/27 is last year's.
 *
 * Years to come are passed over: a budget is of one.
 */
#ifndef FIGURES_PERIOD_WORDS_H
#define FIGURES_PERIOD_WORDS_H

#include "core/finding/finding.h"
#include "figures/data_figures.h"

/* Failure sticks in the arena. */
void period_words_check(const struct figures *figures,
                        struct findings *findings);

#endif
