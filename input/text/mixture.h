/*
 * mixture.h - text that is partly UTF-8 and partly something else.
 *
 * Two exports pasted into one file, or a character cut in two. Whatever such a
 * text is read as, some of it comes out wrong.
 */
#ifndef INPUT_TEXT_MIXTURE_H
#define INPUT_TEXT_MIXTURE_H

#include "core/base/str.h"

/* The first byte of a character that BYTES have in UTF-8, and that nobody
   meant as several of another set; their length when there is none. */
size_t mixture_find(struct str bytes);

#endif
