/*
 * typed_scan.h - amounts of money and percentages that somebody typed in
 * running text: £764,000, £1.3m, 3.5%.
 *
 * What stands between {{ and }} is none: it comes from the data. A sign before
 * a figure is passed over, as words say it too: "an underspend of £38,000".
 */
#ifndef FIGURES_TYPED_SCAN_H
#define FIGURES_TYPED_SCAN_H

#include "core/value/wording.h"

#include <stdbool.h>
#include <stdint.h>

#define TYPED_PERCENT_SCALE 6

struct typed_figure {
    struct str text;
    size_t start;  /* in the text around it */
    bool percent;  /* or money */
    int64_t value; /* pence; or millionths of one per cent */
    int64_t step;  /* of the last digit that is shown: 10,000,000 for £1.3m */
};

/* The first one at or behind *FROM, which then stands behind it; false when
   there is none. What is too large to be kept is passed over. */
bool typed_scan(struct str text, const struct wording *wording, size_t *from,
                struct typed_figure *typed);

#endif
