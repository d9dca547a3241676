/*
 * uri_path.h - a path as a part of an address (RFC 3986).
 */
#ifndef CORE_BASE_URI_PATH_H
#define CORE_BASE_URI_PATH_H

#include "core/base/buf.h"

/* PATH, with all but letters, digits and -._~/ as %XX. */
void uri_path_put(struct buf *out, struct str path);

#endif
