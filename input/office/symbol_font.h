/*
 * symbol_font.h - fonts that show other signs than their characters: ü of
 * Wingdings is a tick.
 *
 * Ownership: none. Total functions.
 */
#ifndef INPUT_OFFICE_SYMBOL_FONT_H
#define INPUT_OFFICE_SYMBOL_FONT_H

#include "core/base/str.h"

#include <stdbool.h>

#define SYMBOL_FONT_HINT "write the character itself: ✓, ✗, ●"

/* Whether the font NAME is one. */
bool symbol_font_is(struct str name);

#endif
