#include "core/base/base64.h"

#include <stdint.h>

static const char digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* COUNT bytes, 1 to 3, as four digits at P. */
static void put_group(char *p, const unsigned char *bytes, size_t count)
{
    uint32_t bits = (uint32_t)bytes[0] << 16;

    if (count > 1)
        bits |= (uint32_t)bytes[1] << 8;
    if (count > 2)
        bits |= bytes[2];
    p[0] = digits[bits >> 18];
    p[1] = digits[bits >> 12 & 63];
    p[2] = '=';
    p[3] = '=';
    if (count > 1)
        p[2] = digits[bits >> 6 & 63];
    if (count > 2)
        p[3] = digits[bits & 63];
}

void base64_put(struct buf *out, struct str bytes)
{
    const unsigned char *in = (const unsigned char *)bytes.ptr;
    const size_t groups = bytes.len / 3 + (bytes.len % 3 > 0);
    char *p;

    if (groups > SIZE_MAX / 4) {
        buf_fail(out, ST_LIMIT);
        return;
    }
    p = buf_reserve(out, groups * 4);
    if (p == NULL)
        return;
    for (size_t i = 0; i < groups; i++) {
        const size_t left = bytes.len - i * 3;

        put_group(p + i * 4, in + i * 3, left < 3 ? left : 3);
    }
    out->len += groups * 4;
}
