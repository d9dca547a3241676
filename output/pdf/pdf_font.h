/*
 * pdf_font.h - the fonts of one document: which glyphs it draws, what text
 * each of them stands for, and the objects that say so.
 *
 * Each face is a Type0 font of one-byte codes (pdf_codes.h): a subset by
 * HarfBuzz that keeps glyph ids, and widths and maps of the glyphs used.
 *
 * Failure: sticks; pdf_fonts_status() is asked once.
 */
#ifndef OUTPUT_PDF_PDF_FONT_H
#define OUTPUT_PDF_PDF_FONT_H

#include "output/pdf/pdf_cache_parts.h"
#include "output/pdf/pdf_codes.h"
#include "output/pdf/pdf_haru.h"
#include "output/pdf/pdf_objects.h"

#define GLYPH_STRING 0x80000000U

/* TEXT is 0 for a glyph that is not used; a character; or GLYPH_STRING and
   the offset of a longer text. */
struct pdf_glyph {
    uint32_t text;
    uint32_t code; /* 0 until it is used */
    int16_t width;
};

/* A glyph that stands for another character as well, by a code of its own: a
   bracket that is read from the right. Readers that know nothing of ActualText
   are told it so. */
struct pdf_second_use {
    uint32_t character;
    uint32_t code;
    uint16_t id;
};

#define PDF_SECOND_USES_MAX 32 /* what is above it needs ActualText */

struct pdf_font {
    const struct font_face *face;
    struct pdf_glyph *glyphs; /* by id; NULL: the face is not used */
    struct pdf_second_use seconds[PDF_SECOND_USES_MAX];
    uint32_t nseconds;
    struct pdf_codes codes;
    uint32_t used;  /* codes */
    uint16_t space; /* glyph id, always among the used; 0: it has none */
    int16_t space_width;
};

struct pdf_fonts {
    struct pdf_cache *cache;
    struct pdf_font fonts[FONT_FACES_MAX];
    struct buf strings; /* texts of more than one character: length, bytes */
    enum status status;
};

void pdf_fonts_init(struct pdf_fonts *fonts, struct pdf_cache *cache,
                    size_t limit);
void pdf_fonts_free(struct pdf_fonts *fonts);
MUST_CHECK enum status pdf_fonts_status(const struct pdf_fonts *fonts);

/* The face by its index in the font set, made ready; NULL after a failure. */
struct pdf_font *pdf_font(struct pdf_fonts *fonts, size_t index);

/*
 * Notes the glyphs of one part of a word (without its rest). False when
 * their texts, one after the other, are not the word's: it then needs
 * ActualText.
 */
bool pdf_font_use(struct pdf_fonts *fonts, const struct shaped *part);

/* The same as pdf_font_code(), in a font of which a glyph stands for two
   characters. */
uint32_t pdf_font_own_code(const struct pdf_font *font,
                           const struct shaped *part, size_t i);

/* The code of glyph I of PART, which was noted; 0 where that has failed. */
static inline uint32_t pdf_font_code(const struct pdf_font *font,
                                     const struct shaped *part, size_t i)
{
    const uint16_t id = shaped_id(part, i);

    if (id >= font->face->glyphs)
        return 0;
    return font->nseconds == 0 ? font->glyphs[id].code
                               : pdf_font_own_code(font, part, i);
}

/* The longer text that a glyph stands for: the TEXT of one with
   GLYPH_STRING. It is FONTS' own until the next one is noted. */
struct str pdf_font_string(const struct pdf_fonts *fonts, uint32_t text);

/* An object of libharu's for each face that is used, as /F0, /F1 ... in the
   dictionary RESOURCES. */
struct pdf_font_names {
    struct pdf_haru_object *objects[FONT_FACES_MAX];
};
void pdf_fonts_name(const struct pdf_fonts *fonts, struct pdf_haru *h,
                    struct pdf_haru_object *resources,
                    struct pdf_font_names *names);

/* Writes the objects of every face that is used. */
void pdf_fonts_write(struct pdf_fonts *fonts, struct pdf_objects *o,
                     const struct pdf_font_names *names);

#endif
