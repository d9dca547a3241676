#include "core/base/buf.h"
#include "core/base/mem.h"

#include <stdio.h>
#include <string.h>

void buf_init(struct buf *b, size_t limit)
{
    *b = (struct buf){.limit = limit};
}

void buf_fail(struct buf *b, enum status why)
{
    if (b->status == ST_OK)
        b->status = why;
}

char *buf_reserve(struct buf *b, size_t len)
{
    size_t want;
    char *p;

    if (b->status != ST_OK)
        return NULL;
    if (len > b->limit - b->len) {
        buf_fail(b, ST_LIMIT);
        return NULL;
    }
    if (b->ptr != NULL && len <= b->capacity - b->len)
        return b->ptr + b->len;
    want = b->capacity < 256 ? 256 : b->capacity + b->capacity / 2;
    if (want < b->len + len)
        want = b->len + len;
    if (want > b->limit)
        want = b->limit;
    p = mem_realloc(b->ptr, want);
    if (p == NULL) {
        buf_fail(b, ST_NOMEM);
        return NULL;
    }
    b->ptr = p;
    b->capacity = want;
    return p + b->len;
}

void buf_add(struct buf *b, const void *bytes, size_t len)
{
    char *p = buf_reserve(b, len);

    if (p == NULL || len == 0)
        return;
    memcpy(p, bytes, len);
    b->len += len;
}

void buf_int(struct buf *b, int64_t n)
{
    char digits[24];
    size_t at = sizeof(digits);
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (n < 0)
        digits[--at] = '-';
    while (at < sizeof(digits)) /* a few: no call for them */
        buf_char(b, digits[at++]);
}

void buf_hex(struct buf *b, uint32_t n, unsigned digits)
{
    while (digits-- > 0)
        buf_char(b, "0123456789abcdef"[n >> (4 * digits) & 15]);
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
    char brief[256];
    va_list args;
    va_list again;
    char *p = NULL;
    int n;

    va_start(args, fmt);
    va_copy(again, args);
    n = vsnprintf(brief, sizeof(brief), fmt, args);
    if (n < 0)
        buf_fail(b, ST_NOMEM);
    else if ((size_t)n < sizeof(brief))
        buf_add(b, brief, (size_t)n);
    else
        p = buf_reserve(b, (size_t)n + 1); /* vsnprintf adds a NUL */
    if (p != NULL) {
        (void)vsnprintf(p, (size_t)n + 1, fmt, again);
        b->len += (size_t)n;
    }
    va_end(again);
    va_end(args);
}

void buf_clear(struct buf *b)
{
    b->len = 0;
}

struct str buf_view(const struct buf *b)
{
    return (struct str){b->ptr, b->len};
}

enum status buf_status(const struct buf *b)
{
    return b->status;
}

void buf_free(struct buf *b)
{
    mem_free(b->ptr);
    *b = (struct buf){.limit = b->limit};
}
