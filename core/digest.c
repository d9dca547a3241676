#include "core/digest.h"

#include <sha2.h>

void digest_sha256(struct str bytes, uint8_t out[DIGEST_SIZE])
{
    SHA2_CTX ctx;

    SHA256Init(&ctx);
    if (bytes.len > 0)
        SHA256Update(&ctx, (const uint8_t *)bytes.ptr, bytes.len);
    SHA256Final(out, &ctx);
}

void digest_hex(const uint8_t digest[DIGEST_SIZE], char out[DIGEST_HEX_SIZE])
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < DIGEST_SIZE; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 0xF];
    }
    out[2 * DIGEST_SIZE] = '\0';
}
