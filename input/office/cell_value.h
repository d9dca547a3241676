/*
 * cell_value.h - a stored value as the text that a CSV file would have.
 *
 * A number is written in full, with the commas and decimals of
 * its format, a day as `8 December 2026` in the wording's
 * words, a month as `December 2026`: as exactly as its format shows it. Words
 * and signs that the format puts beside a number stand beside it (`$5`, `5 km`)
 * but for the sign of the report's own currency.
 *
 * Ownership: texts belong to the arena. Failure: the cell's fault.
 */
#ifndef INPUT_OFFICE_CELL_VALUE_H
#define INPUT_OFFICE_CELL_VALUE_H

#include "input/office/number_format.h"
#include "input/office/sheet.h"
#include "input/office/stored_number.h"

struct value_context {
    struct arena *arena;
    const struct wording *wording;
    bool from_1904;
};

/* N as FORMAT shows it. False: memory is short. */
void value_of_number(const struct value_context *v,
                     const struct stored_number *n,
                     const struct number_format *format,
                     struct sheet_cell *cell);

/* A day, and the second of it, as SECTION shows them. */
void value_of_day(const struct value_context *v, struct date day,
                  uint32_t second, const struct format_section *section,
                  struct sheet_cell *cell);

/* SECONDS of a day, or of a span of time, as SECTION shows them. */
void value_of_time(const struct value_context *v, uint64_t seconds,
                   const struct format_section *section,
                   struct sheet_cell *cell);

/* 2026-12-08, 2026-12-08T18:30:00. */
bool value_iso_day(struct str text, struct date *day, uint32_t *second);

/* What FORMAT makes of the text of *CELL: words beside it, or nothing. */
void value_show_text(const struct value_context *v,
                     const struct number_format *format,
                     struct sheet_cell *cell);

#endif
