/*
 * decimal_noise.h - the number that was typed, from what a double made of it.
 *
 * A spreadsheet keeps 558.82 as the nearest double and may write that out in
 * 17 digits: 558.82000000000005. Fifteen are what a double holds of any
 * number; the rest was never typed.
 *
 * For decimal_read.c.
 */
#ifndef CORE_VALUE_DECIMAL_NOISE_H
#define CORE_VALUE_DECIMAL_NOISE_H

#include "core/value/decimal.h"

#define DECIMAL_TYPED_DIGITS 15
#define DECIMAL_TEXT_MAX 64 /* bytes of a text that may be a number */

/* TEXT into OUT, its number rounded to 15 significant digits and at most
   DECIMAL_SCALE_MAX decimals, with a negative exponent carried out. *RESULT is
   a part of OUT. False when TEXT is too long for a number. */
bool decimal_without_noise(struct str text, char out[DECIMAL_TEXT_MAX],
                           struct str *result);

#endif
