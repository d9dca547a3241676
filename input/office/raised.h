/*
 * raised.h - figures that a file raises or lowers by their look, as the signs
 * that they are without it: m², CO₂, July¹.
 *
 * Ownership: the buffer's.
 */
#ifndef INPUT_OFFICE_RAISED_H
#define INPUT_OFFICE_RAISED_H

#include "core/base/buf.h"

#include <stdbool.h>

/* The sign for the digit C; 0: it has none. */
uint32_t raised_sign(uint32_t c, bool lower);

/* TEXT, its digits as signs; what has none stays as it is. */
void raised_put(struct buf *out, struct str text, bool lower);

#endif
