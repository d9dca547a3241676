/*
 * uuid.h - names that are the same in every run: UUIDs made of a hash (RFC
 * 9562, version 8).
 */
#ifndef CORE_BASE_UUID_H
#define CORE_BASE_UUID_H

#include "core/base/buf.h"

enum { UUID_BYTES = 16 };

/* The first bytes of a hash, as 8-4-4-4-12 hexadecimal digits. */
void uuid_put(struct buf *out, const uint8_t hash[UUID_BYTES]);

#endif
