/*
 * buf.h - bytes that grow: what a writer writes into.
 *
 * Ownership: the caller owns the struct; buf_free() frees the bytes.
 * Failure: sticks, as in arena.h. After a failure nothing is added; the
 * owner asks buf_status() once, before the bytes are used.
 */
#ifndef CORE_BASE_BUF_H
#define CORE_BASE_BUF_H

#include "core/base/status.h"
#include "core/base/str.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
    char *ptr;
    size_t len;
    size_t capacity;
    size_t limit; /* bytes; ST_LIMIT beyond this */
    enum status status;
};

void buf_init(struct buf *b, size_t limit);
void buf_add(struct buf *b, const void *bytes, size_t len);
void buf_int(struct buf *b, int64_t n); /* decimal, without a locale */
/* The last DIGITS, at most 8, of N in hexadecimal. */
void buf_hex(struct buf *b, uint32_t n, unsigned digits);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* What writers add for each character or tag stands in line, as in str.h. */

static inline void buf_str(struct buf *b, struct str s)
{
    buf_add(b, s.ptr, s.len);
}

static inline void buf_puts(struct buf *b, const char *cstr)
{
    buf_add(b, cstr, strlen(cstr));
}

static inline void buf_char(struct buf *b, char c)
{
    if (b->status == ST_OK && b->len < b->capacity)
        b->ptr[b->len++] = c;
    else
        buf_add(b, &c, 1);
}

/* Room for LEN more bytes at the end, to be written by the caller and then
   claimed by adding to b->len; NULL after a failure. */
char *buf_reserve(struct buf *b, size_t len);

/* Makes the buffer fail from here on, as if an allocation had. */
void buf_fail(struct buf *b, enum status why);

void buf_clear(struct buf *b); /* keeps the memory; a failure stays */
struct str buf_view(const struct buf *b);
MUST_CHECK enum status buf_status(const struct buf *b);
void buf_free(struct buf *b);

#endif
