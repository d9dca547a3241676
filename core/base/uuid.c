#include "core/base/uuid.h"

void uuid_put(struct buf *out, const uint8_t hash[UUID_BYTES])
{
    for (size_t i = 0; i < UUID_BYTES; i++) {
        unsigned byte = hash[i];

        if (i == 4 || i == 6 || i == 8 || i == 10)
            buf_char(out, '-');
        if (i == 6)
            byte = (byte & 0x0fU) | 0x80U; /* the version */
        if (i == 8)
            byte = (byte & 0x3fU) | 0x80U; /* the variant */
        buf_printf(out, "%02x", byte);
    }
}
