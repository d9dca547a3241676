/*
 * digest.h - SHA-256 (FIPS 180-4), from libmd.
 */
#ifndef CORE_DIGEST_H
#define CORE_DIGEST_H

#include "core/str.h"

#include <stdint.h>

#define DIGEST_SIZE 32
#define DIGEST_HEX_SIZE 65 /* with its NUL */

void digest_sha256(struct str bytes, uint8_t out[DIGEST_SIZE]);
void digest_hex(const uint8_t digest[DIGEST_SIZE], char out[DIGEST_HEX_SIZE]);

#endif
