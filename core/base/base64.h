/*
 * base64.h - bytes as base64 (RFC 4648, section 4), for data: addresses.
 *
 * Failure: sticks in the buffer.
 */
#ifndef CORE_BASE_BASE64_H
#define CORE_BASE_BASE64_H

#include "core/base/buf.h"
#include "core/base/str.h"

void base64_put(struct buf *out, struct str bytes);

#endif
