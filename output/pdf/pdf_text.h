/*
 * pdf_text.h - words in a content stream: fonts, glyphs and the movements
 * between them (ISO 32000-1, 9.4.3).
 *
 * A text item is drawn in one TJ as long as its face stays. Positions are
 * counted in thousandths of the em, which is what a viewer adds up, so a
 * rounding is never carried on to the next word.
 */
#ifndef OUTPUT_PDF_PDF_TEXT_H
#define OUTPUT_PDF_PDF_TEXT_H

#include "output/layout/layout.h"
#include "output/pdf/pdf_font.h"

struct pdf_text {
    struct buf *out;
    struct pdf_fonts *fonts;
    bool open;      /* a text object */
    int64_t x, y;   /* of its line: milli-points */
    int font;       /* index of the one set; -1: none yet on this page */
    int32_t size;   /* of the one set */
    bool array;     /* of a TJ is open */
    bool string;    /* a string in it is open */
    int64_t adjust; /* to be written before the next glyph */
};

void pdf_text_init(struct pdf_text *t, struct pdf_fonts *fonts,
                   struct buf *out);

/* A line of words, to be drawn from X, Y (its baseline) in the coordinates of
   the page. */
struct pdf_text_line {
    int64_t x, y;
    int face;
    int32_t size;
    const struct shaped_word *words;
    uint32_t nwords;
};

/* Colours are the caller's. */
void pdf_text_line(struct pdf_text *t, const struct pdf_text_line *line);

/* After Q: what was set since q is no longer so. */
void pdf_text_forget(struct pdf_text *t);

/* Begins a text object, unless one is open. */
void pdf_text_begin(struct pdf_text *t);

/* Ends the text object, if one is open. */
void pdf_text_end(struct pdf_text *t);

#endif
