/*
 * pdf_syntax.h - the tokens of PDF syntax, written into a buffer.
 *
 * No locale, no floating point: a length in milli-points becomes a number
 * with at most three decimals by integer arithmetic.
 *
 * Failure: sticks in the buffer.
 */
#ifndef OUTPUT_PDF_PDF_SYNTAX_H
#define OUTPUT_PDF_PDF_SYNTAX_H

#include "core/base/buf.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* A string holds at most this many bytes (ISO 19005-3, 6.1.13). */
#define PDF_STRING_MAX 32767
#define PDF_TEXT_MAX                                                           \
    ((size_t)PDF_STRING_MAX * 4) /* bytes of UTF-8 that fill one */

/* Milli-points as points: 72125 is 72.125. */
void pdf_write_mpt(struct buf *b, int64_t mpt);

/* "12 0 R" */
void pdf_write_ref(struct buf *b, uint32_t number);

/* /Name, with #xx for what is not regular (7.3.5). */
void pdf_write_name(struct buf *b, struct str name);

/* UTF-16: four digits. */
void pdf_write_hex4(struct buf *b, uint32_t word);

/* A byte of a literal string (7.3.4.2), escaped where a reader would take it
   for syntax, or, a carriage return, for a line feed. TO has room for two
   bytes; returns the end of what was put there. */
static inline char *pdf_put_byte(char *to, unsigned char byte)
{
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
        *to++ = '\\';
    *to++ = byte == '\r' ? 'r' : (char)byte;
    return to;
}

/*
 * UTF-8 as the UTF-16 of a text string, byte order mark and all (7.9.2.2),
 * cut at the last whole character that PDF_STRING_MAX has room for. A byte
 * that is no UTF-8 is U+FFFD.
 */
void pdf_utf16(struct buf *b, struct str utf8);

/* Whether a text string of these words is literal ASCII. */
bool pdf_is_plain(struct str utf8);

/* A text string: literal where ASCII will do, else UTF-16 in hexadecimal. */
void pdf_write_text(struct buf *b, struct str utf8);

/* 0xRRGGBB as three numbers from 0 to 1. */
void pdf_write_colour(struct buf *b, uint32_t colour);

#endif
