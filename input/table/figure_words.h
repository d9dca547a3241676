/*
 * figure_words.h - figures with words behind them in one cell: 24 days, 9th,
 * 4 (Likely).
 *
 * Ownership: what is returned is the beginning of TEXT, and all of it where no
 * such words follow. Total functions.
 */
#ifndef INPUT_TABLE_FIGURE_WORDS_H
#define INPUT_TABLE_FIGURE_WORDS_H

#include "core/value/decimal.h"
#include "core/value/wording.h"

#define FIGURE_WORDS_MAX 100 /* bytes behind the number of a scale */

/* The figure of a measure, 24 of 24 days and 3 of 3h, not of 3m, which may be
   millions; SIGN is that of money. */
struct str figure_before_unit(struct str text, struct str sign);

/* Whether a character of a fraction stands at AT of TEXT, behind a digit: 7½,
   7 ½. */
bool figure_has_fraction(struct str text, size_t at);

/* Whether TEXT is a place among others, by what stands behind its first LEN
   bytes: 9th, 1st place. */
bool figure_is_rank(const struct wording *w, struct str text, size_t len);

/* `5 per cent` without these words. */
struct str figure_without_percent(const struct wording *w, struct str text);

/* The zeros of the word that BEHIND, which follows a figure, begins with: 3 of
   `thousand visits`; 0: it is none. */
uint8_t figure_word_zeros(const struct wording *w, struct str behind);

/* decimal_read_money() that knows the words of thousands, millions and billions
   as it knows their letters: £1.2 million is £1.2m, whatever ZEROS the column
   has. */
enum number_form figure_read_money(const struct wording *w, struct str text,
                                   uint8_t zeros, struct decimal *value);

/* `£000` in a row of units that is taken for another: no sum of nothing. */
bool figure_is_unit(const struct wording *w, struct str text);

/* Whether TEXT is 04-May: a day without a year, as spreadsheets show it. */
bool figure_is_made_a_day(const struct wording *w, struct str text);

/* The number of a scale, whose word stands beside it: 4 of 4 (Likely) and of
   4 - Likely. */
struct str figure_before_scale(struct str text);

/* The same of a measure: `5 pc`, but 5 PC are constables. */
struct str figure_without_measured_percent(const struct wording *w,
                                           struct str text);

#endif
