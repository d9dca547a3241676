#include "input/office/raised.h"
#include "core/base/utf8.h"

uint32_t raised_sign(uint32_t c, bool lower)
{
    if (c < '0' || c > '9')
        return 0;
    if (lower)
        return 0x2080 + (c - '0');
    switch (c) {
    case '1': return 0xB9;
    case '2': return 0xB2;
    case '3': return 0xB3;
    default: return 0x2070 + (c - '0');
    }
}

void raised_put(struct buf *out, struct str text, bool lower)
{
    for (size_t i = 0; i < text.len; i++) {
        const uint32_t sign = raised_sign((unsigned char)text.ptr[i], lower);

        if (sign != 0)
            utf8_put(out, sign);
        else
            buf_char(out, text.ptr[i]);
    }
}
