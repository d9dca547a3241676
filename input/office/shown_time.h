/*
 * shown_time.h - spans of time, and words beside a day, as a format shows them.
 *
 * Ownership: texts belong to the arena, which keeps its failure.
 */
#ifndef INPUT_OFFICE_SHOWN_TIME_H
#define INPUT_OFFICE_SHOWN_TIME_H

#include "input/office/number_format.h"
#include "input/office/sheet.h"

/* SECONDS in the units of F: 36:00, 36:00:30, 2160 for [m]. What is finer than
   these is cut off. */
struct str shown_span(struct arena *arena, uint64_t seconds,
                      const struct format_section *f);

/* F shows minutes and seconds, and no hours: 02:45. */
bool shows_minutes_alone(const struct format_section *f);

/* The text of *CELL, a day, among the words that F writes beside it: `Forecast
   December 2026`. Signs between the parts of a date are none, nor is the end of
   an ordinal. */
void shown_with_words(struct arena *arena, const struct format_section *f,
                      struct sheet_cell *cell);

#endif
