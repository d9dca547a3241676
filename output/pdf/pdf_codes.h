/*
 * pdf_codes.h - the codes by which a font's glyphs stand in strings, and the
 * maps from codes to glyphs and to text.
 *
 * Identity-H would take two bytes a glyph. A report uses some eighty glyphs
 * of a face, so codes are one byte while they last, then two. A code is the
 * CID as well. A glyph that stands for an ASCII character has that character
 * for its code, so that a content stream can be read. Codes are given in the
 * order of use: the same pages have the same codes.
 *
 * Glyph ids as CIDs would save the map between them, but mupdf 1.21 loses the
 * text of CIDs outside the code spaces.
 *
 * Sources: CMaps ISO 32000-1, 9.7.5; CIDToGIDMap 9.7.4.2; text 9.10.3; all
 * embedded: ISO 14289-1, 7.21.3.
 *
 * Failure: sticks in the buffer.
 */
#ifndef OUTPUT_PDF_PDF_CODES_H
#define OUTPUT_PDF_PDF_CODES_H

#include "core/base/buf.h"
#include "core/base/str.h"
#include "output/pdf/pdf_syntax.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Codes that were given in one font. */
struct pdf_codes {
    bool ascii[128];
    uint32_t others;
};

/* A new code; for TEXT, a character, itself if it can be had. 0: none is
   left, after some eight thousand. */
uint32_t pdf_code_give(struct pdf_codes *codes, uint32_t text);

#define PDF_CODE_ROOM 4 /* bytes of a code in a string: two, both escaped */

/* The bytes of CODE inside a literal string, at TO, which has that much room;
   returns their end. */
static inline char *pdf_put_code(char *to, uint32_t code)
{
    if (code > 0xff)
        to = pdf_put_byte(to, (unsigned char)(code >> 8));
    return pdf_put_byte(to, (unsigned char)(code & 0xff));
}

/* A glyph that is used. */
struct pdf_coded {
    uint32_t code;
    uint32_t glyph;
    int16_t width;      /* thousandths of the em */
    uint32_t character; /* that it stands for; 0: for TEXT */
    struct str text;    /* UTF-8 */
};

/* In the order that what follows wants. */
void pdf_codes_sort(struct pdf_coded *coded, size_t n);

/* Whether a code of two bytes was given. */
bool pdf_codes_are_long(const struct pdf_codes *codes);

/* The CMap PDF_CMAP_NAME: the same for every font; with codes of two bytes when
   they are LONG_ONES. */
#define PDF_CMAP_NAME "CodesAsCIDs"
void pdf_write_cmap(struct buf *b, bool long_ones);
/* The bytes of a CIDToGIDMap. */
void pdf_write_glyph_map(struct buf *b, const struct pdf_coded *coded,
                         size_t n);
/* The array W. */
void pdf_write_widths(struct buf *b, const struct pdf_coded *coded, size_t n);
/* The ToUnicode CMap. */
void pdf_write_to_unicode(struct buf *b, const struct pdf_coded *coded,
                          size_t n);

#endif
