/*
 * asset.h - the preview's own files, as a browser gets them: compressed by gzip
 * (RFC 1952) where it takes that.
 *
 * Ownership: the arena's.
 */
#ifndef PREVIEW_ASSET_H
#define PREVIEW_ASSET_H

#include "core/base/arena.h"

#include <stdbool.h>

struct asset {
    struct str plain;
    struct str packed; /* empty: it could not be made */
};

/* FOLDER/NAME; false when it cannot be read. */
MUST_CHECK bool asset_read(struct arena *arena, const char *folder,
                           const char *name, struct asset *asset);

#endif
