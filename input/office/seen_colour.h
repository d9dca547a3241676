/*
 * seen_colour.h - whether words have the colour of what is behind them, so that
 * nobody sees them.
 *
 * What stands in a file by itself decides: a colour that a program chooses is
 * no reason to say anything.
 */
#ifndef INPUT_OFFICE_SEEN_COLOUR_H
#define INPUT_OFFICE_SEEN_COLOUR_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* 0xRRGGBB, or one of these. */
#define COLOUR_UNSAID 0x80000000U  /* the program's: dark words on white */
#define COLOUR_UNKNOWN 0x40000000U /* some colour */
#define COLOUR_OWN                                                             \
    0x20000000U /* and more: one of the file's own, which is                   \
                   the same as itself */
#define COLOUR_WHITE 0xFFFFFFU
#define COLOUR_BLACK 0U

/* RRGGBB, #RRGGBB, AARRGGBB, auto, transparent. */
uint32_t seen_colour_read(struct str text);

/* Whether a cell of this GROUND may say something by it alone: red, amber and
   green do; white, greys and what is nearly one of them do not. */
bool seen_colour_tells(uint32_t ground);

/* WORDS on GROUND cannot be seen. */
bool seen_colour_hides(uint32_t words, uint32_t ground);

#endif
