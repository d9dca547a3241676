/*
 * charset_guess.h - which set of one byte a character a text was written in.
 *
 * No file says so itself. Each set gives other characters for the bytes above
 * 0x7F; the one is taken whose characters stand where people write them: a
 * pound sign before figures, an apostrophe between letters, no capital behind
 * a small letter. Often several sets give the same characters, and it does not
 * matter which it was. Where they do not, and more than one makes sense, the
 * caller is told.
 */
#ifndef INPUT_TEXT_CHARSET_GUESS_H
#define INPUT_TEXT_CHARSET_GUESS_H

#include "input/text/charset.h"

struct charset_guess {
    const struct charset *set;   /* NULL: none makes sense */
    const struct charset *other; /* makes sense as well, with another letter or
                                    sign of currency at ... */
    size_t differs;              /* ... this byte; NULL: there is none */
    const struct charset *third; /* has yet another letter at it, or NULL */
    size_t odd; /* the first byte that makes no sense in SET; the length of
                   the text when all do */
};

/* TEXT, of which at least one byte is above 0x7F. LANG is what the report that
   it is of is written in, or empty: of two sets that make sense, that of its
   letters is meant. */
struct charset_guess charset_guess(struct str text, struct str lang);

#endif
