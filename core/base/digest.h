/*
 * digest.h - SHA-256 (FIPS 180-4), from nettle, which uses what the processor
 * has for it; and, for readers that ask for it, MD5 (RFC 1321).
 */
#ifndef CORE_BASE_DIGEST_H
#define CORE_BASE_DIGEST_H

#include "core/base/status.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define DIGEST_SIZE 32
#define DIGEST_HEX_SIZE 65 /* with its NUL */
#define DIGEST_MD5_SIZE 16

void digest_sha256(struct str bytes, uint8_t out[DIGEST_SIZE]);
/* Of a regular file; false when it cannot be read, and *out is not set. */
MUST_CHECK bool digest_file(const char *path, uint8_t out[DIGEST_SIZE]);

/* Only where a format wants it (ISO 32000-1, table 46); it proves nothing
   against an attacker. */
void digest_md5(struct str bytes, uint8_t out[DIGEST_MD5_SIZE]);

void digest_hex(const uint8_t digest[DIGEST_SIZE], char out[DIGEST_HEX_SIZE]);

#endif
