/*
 * font_coverage.h - whether the faces of a house style have what every report
 * of a language needs.
 *
 * What a face lacks comes from a fallback, and looks like another hand's: a
 * minus in a column of figures, a letter of a Welsh name. So it is a finding
 * [font-lacks] where the house style names the face, once a report.
 */
#ifndef OUTPUT_FONT_FONT_COVERAGE_H
#define OUTPUT_FONT_FONT_COVERAGE_H

#include "output/font/font.h"

/* LETTERS are those of the report's language beyond A to Z; minus, pound sign
   and dagger are looked for in every language. */
void font_coverage(const struct font_set *fonts, const struct house *house,
                   struct str letters, struct findings *findings);

#endif
