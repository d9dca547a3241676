/*
 * mangled.h - text that was UTF-8 and was read as something else before it came
 * here: â€™ for ’, Ã© for é, Â£ for £.
 *
 * A row of characters is taken for such when their bytes in Windows-1252, Mac
 * Roman or a code page of DOS are the UTF-8 of a character that people write.
 * Nobody writes the row itself.
 */
#ifndef INPUT_TEXT_MANGLED_H
#define INPUT_TEXT_MANGLED_H

#include "core/base/arena.h"
#include "core/base/buf.h"
#include "core/base/str.h"

#include <stdbool.h>

/* Whether C is written in these islands, ASCII left aside: letters of Latin
   with their accents, punctuation, signs. */
bool mangled_western(uint32_t c);

/* The first byte of TEXT that is mangled; its length when nothing is. */
size_t mangled_find(struct str text);

/* What TEXT was before, added to OUT; what is not mangled stays. False when
   that needs a character that was lost on the way. */
bool mangled_mend(struct buf *out, struct str text);

/* The same for what is read as a name or a figure: TEXT where it is as it
   should be, or nothing tells what it was. Belongs to the arena. */
struct str mangled_meant(struct arena *arena, struct str text);

#endif
