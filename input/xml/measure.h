/*
 * measure.h - lengths, percentages and colours as files write them.
 *
 * Each function is false, and its result untouched, where TEXT is none.
 */
#ifndef INPUT_XML_MEASURE_H
#define INPUT_XML_MEASURE_H

#include "core/base/str.h"

/* 25mm or 12.5pt, in milli-points. */
bool measure_length(struct str text, int32_t *mpt);

/* 140%, in thousandths: 1400. */
bool measure_percentage(struct str text, int32_t *thousandths);

/* #1d70b8 */
bool measure_colour(struct str text, uint32_t *colour);

#endif
