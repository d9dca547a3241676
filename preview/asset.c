#include "preview/asset.h"
#include "core/base/file.h"

#include <libdeflate.h>
#include <string.h>

#define ASSET_MAX ((size_t)256 * 1024)
#define LEVEL 12 /* once, at the start */

static struct str pack_asset(struct arena *arena, struct str plain)
{
    struct libdeflate_compressor *c = libdeflate_alloc_compressor(LEVEL);
    struct str packed = {NULL, 0};
    char *room = NULL;
    size_t bound;

    if (c == NULL)
        return packed;
    bound = libdeflate_gzip_compress_bound(c, plain.len);
    room = arena_alloc(arena, bound, 1);
    if (room != NULL)
        packed = (struct str){room, libdeflate_gzip_compress(
                                        c, plain.ptr, plain.len, room, bound)};
    libdeflate_free_compressor(c);
    return packed;
}

bool asset_read(struct arena *arena, const char *folder, const char *name,
                struct asset *asset)
{
    const struct str path = arena_printf(arena, "%s/%s", folder, name);

    if (path.ptr == NULL ||
        file_read(arena, path.ptr, ASSET_MAX, &asset->plain) != ST_OK)
        return false;
    asset->packed = pack_asset(arena, asset->plain);
    return true;
}
