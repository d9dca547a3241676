/*
 * bidi.h - in which order the words of a line are set where some are read from
 * right to left.
 *
 * Text is kept, tagged and written to HTML as it is read; a browser orders it
 * by the bidirectional algorithm. So does this, with FriBidi, and with the same
 * direction around it: from left to right, the direction of every page.
 *
 * Source: Unicode Standard Annex 9.
 */
#ifndef OUTPUT_FONT_BIDI_H
#define OUTPUT_FONT_BIDI_H

#include "core/base/status.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether TEXT has characters that are read from right to left, or their
   figures: nothing else need be asked of any other text. */
bool bidi_is_needed(struct str text);

/* The embedding level of each byte of TEXT; odd is from right to left. A line
   end begins another paragraph. False: no memory. */
MUST_CHECK bool bidi_levels(struct str text, uint8_t *levels);

/* ORDER becomes the numbers of LEVELS, which are those of the pieces of a line
   as they are read, from left to right as they are seen (rule L2). */
void bidi_order(const uint8_t *levels, uint32_t *order, size_t n);

/* Bytes of TEXT that have the level of the first one. */
size_t bidi_same_level(const uint8_t *levels, size_t len);

static inline bool bidi_leftwards(uint8_t level)
{
    return level % 2 == 1;
}

#endif
