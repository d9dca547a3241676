/*
 * compose.h - text in Unicode's normalization form C (UAX 15).
 *
 * A letter with an accent can be typed as one character or as two. In form C
 * it is one where there is one: so texts are found, compared and printed
 * alike, whatever a Mac or another program made of them.
 *
 * A row of more than 30 marks is no text (UAX 15, Stream-Safe Text Format): it
 * is put in order piece by piece, so that no row takes long.
 */
#ifndef CORE_BASE_COMPOSE_H
#define CORE_BASE_COMPOSE_H

#include "core/base/buf.h"
#include "core/base/str.h"

#include <stdbool.h>

/* TEXT in form C, added to OUT. Bytes that are no UTF-8 stay as they are. */
void compose(struct buf *out, struct str text);

/* TEXT in form D, with each accent a character of its own, added to OUT: what
   a Mac calls its files. */
void decompose(struct buf *out, struct str text);

/* The letter that C consists of, without its marks: itself for most. A place in
   a text is found by letters, however their accents are typed. */
uint32_t compose_base(uint32_t c);

/* A mark, or another part of a character that begins before it. */
bool compose_continues(uint32_t c);

#endif
