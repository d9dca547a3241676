/*
 * base64.h - bytes as base64 (RFC 4648, section 4), for data: addresses.
 *
 * Failure: sticks in the buffer.
 */
#ifndef CORE_BASE64_H
#define CORE_BASE64_H

#include "core/buf.h"
#include "core/str.h"

void base64_put(struct buf *out, struct str bytes);

#endif
