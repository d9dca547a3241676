/*
 * raised.h - figures that a file raises or lowers by their look, as the signs
 * that they are without it: m², CO₂, July¹.
 *
 * Ownership: the buffer's.
 */
#ifndef INPUT_OFFICE_RAISED_H
#define INPUT_OFFICE_RAISED_H

#include "core/base/buf.h"
#include "core/value/wording.h"

#include <stdbool.h>

/* The sign for the digit C; 0: it has none. */
uint32_t raised_sign(uint32_t c, bool lower);

/* TEXT, its digits as signs; what has none stays as it is. */
void raised_put(struct buf *out, struct str text, bool lower);

/* On its line a raised a behind a word is a letter of it, b behind £100 a
   billion. Signs stay what they are. */
bool raised_is_letter(uint32_t c);

/* Whether TEXT, raised, has such a letter; st of 21st says the same on its
   line. WORDING may be NULL. */
bool raised_misleads(struct str text, const struct wording *wording);

/* Whether TEXT, raised behind BEFORE, was the mark of a note: m² and cm³ have
   units of one or two letters, 10³ a short figure; behind a longer word, an
   amount or the end of a sentence nothing else is raised. */
bool raised_marks_note(struct str before, struct str text);

#endif
