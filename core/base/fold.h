/*
 * fold.h - the characters of a text as they count when names are compared.
 *
 * Names are written by hand, in Word, Excel and on a Mac: case differs, an
 * apostrophe is ' or U+2019, a space U+00A0, an accent one character or two.
 * Each text becomes a row of characters that is the same for all of these:
 * letters in Unicode's full case folding (CaseFolding.txt, C and F), canonical
 * decomposition (UAX 15), without the characters that nobody sees
 * (Default_Ignorable_Code_Point; soft hyphens are among them).
 *
 * ASCII costs a look into a table; utf8proc knows the rest.
 */
#ifndef CORE_BASE_FOLD_H
#define CORE_BASE_FOLD_H

#include "core/base/str.h"

#define FOLD_END UINT32_MAX
#define FOLD_BAD_BYTES                                                         \
    0x110000U /* a byte that is no UTF-8 is this and itself */
#define FOLD_WAITING 48

enum fold_kind {
    FOLD_CHARACTERS, /* dashes are -, quotation marks ', spaces a space */
    FOLD_LETTERS,    /* spaces, punctuation and signs of currency are left out;
                        but for the per cent sign, which tells columns apart */
};

/* A text that is being read. */
struct fold {
    struct str rest;
    enum fold_kind kind;
    uint8_t taken;
    uint8_t waiting;
    uint32_t list[FOLD_WAITING]; /* what one character has become, with the
                                    marks after it */
};

void fold_begin(struct fold *f, struct str text, enum fold_kind kind);

/* The next character, or FOLD_END. */
uint32_t fold_next(struct fold *f);

/* Whether what was returned ends with a whole letter, all its marks included:
   REST is then what is left of the text. */
bool fold_is_between(const struct fold *f);

#endif
