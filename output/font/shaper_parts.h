/*
 * shaper_parts.h - what the parts of a shaper share: shaper.c keeps words,
 * shape_word.c has HarfBuzz shape one.
 *
 * For output/font only. Ownership and failure: font.h.
 */
#ifndef OUTPUT_FONT_SHAPER_PARTS_H
#define OUTPUT_FONT_SHAPER_PARTS_H

#include "output/font/word_cache.h"

#include <hb.h>

#define LEFTWARDS 0x80 /* beside an enum face */

struct shaper {
    const struct font_set *fonts;
    struct arena arena;
    struct word_cache words;
    const struct shaped *hyphens[FACE_MAX];
    hb_buffer_t *buffer;
    struct shaped_glyph *glyphs; /* of the part that is being shaped */
    size_t room;                 /* glyphs */
};

/* What the cache knows a word by beside its text. */
static inline uint8_t cache_face(enum face face, bool leftwards)
{
    return (uint8_t)(face | (leftwards ? LEFTWARDS : 0));
}

/* Shapes WORD, which belongs to the arena already; NULL: it has failed. */
struct shaped *shape_word(struct shaper *s, enum face asked, bool leftwards,
                          struct str word);

#endif
