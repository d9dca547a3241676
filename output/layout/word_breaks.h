/*
 * word_breaks.h - where Unicode lets a line end in a word (UAX 14), as
 * libunibreak finds it.
 *
 * Failure: none.
 */
#ifndef OUTPUT_LAYOUT_WORD_BREAKS_H
#define OUTPUT_LAYOUT_WORD_BREAKS_H

#include "core/base/str.h"

#include <linebreak.h>

/* Sets BREAKS, as many as WORD has bytes, to LINEBREAK_ALLOWBREAK or less after
   the last byte of a character that a line may end with, and to more elsewhere.
   init_linebreak() was called before. */
void word_breaks(struct str word, char *breaks);

/* Whether no line ends in WORD, whatever its length: libunibreak, which takes
   its time, need not be asked. */
bool word_is_plain(struct str word);

#endif
