/*
 * utf8.h - Unicode scalar values in and out of UTF-8 (RFC 3629).
 */
#ifndef CORE_BASE_UTF8_H
#define CORE_BASE_UTF8_H

#include "core/base/buf.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define UTF8_BAD UINT32_MAX

/* The same as utf8_next(), of any character. */
uint32_t utf8_next_any(struct str *s);

/*
 * The character at the head of S, which is cut off S. UTF8_BAD for a byte
 * that begins no valid sequence: one byte is then cut off. S is not empty.
 * Most are ASCII, for which nothing is called.
 */
static inline uint32_t utf8_next(struct str *s)
{
    const unsigned char head = (unsigned char)s->ptr[0];

    if (head >= 0x80)
        return utf8_next_any(s);
    *s = (struct str){s->ptr + 1, s->len - 1};
    return head;
}

/* Whether a character goes on at C, so that nothing may be cut before it. */
static inline bool utf8_continues(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* What is no scalar value becomes U+FFFD. */
void utf8_put(struct buf *b, uint32_t c);

/* S, with U+FFFD for each byte that is no part of valid UTF-8. */
void utf8_put_valid(struct buf *b, struct str s);

/* Bytes before the first that is not valid UTF-8; s.len when all is. */
size_t utf8_valid(struct str s);

bool utf8_is_ascii(struct str s);

/* Characters in S, a bad byte counting as one. */
size_t utf8_count(struct str s);

/* Unicode's White_Space, but for U+0085, which is a control character. */
bool utf8_is_space(uint32_t c);

/* Whether the first character of S is one; S may be empty. */
bool utf8_begins_with_space(struct str s);

/* A letter, or a mark on one (Unicode's categories L and M; M). */
bool utf8_is_letter(uint32_t c);
bool utf8_is_mark(uint32_t c);
#define UTF8_MINUS 0x2212U
/* The sign of a currency: general category Sc. */
bool utf8_is_currency(uint32_t c);

/*
 * A character that a terminal acts on, or that reorders or hides what stands
 * around it: controls, line separators, and the bidirectional and invisible
 * formats of Unicode's category Cf.
 */
bool utf8_hidden(uint32_t c);

/*
 * S as a terminal may be given it: control characters (ESC among them),
 * bidirectional and invisible marks, and bad bytes are written out as
 * \n \t \x1b \u{202e}.
 */
void utf8_visible(struct buf *b, struct str s);

/* Columns that C takes on a terminal: 2 when wide, 0 when it combines with
   the one before it. Of what utf8_visible() leaves as it is. */
unsigned utf8_columns(uint32_t c);

#endif
