#include "input/office/unpack.h"
#include "core/base/mem.h"

#include <libdeflate.h>
#include <string.h>
#include <zip.h>

#define MIB ((uint64_t)1024 * 1024)
#define RATIO_FROM MIB
#define FORGOTTEN_AT_ONCE ((size_t)1024 * 1024)

/* A part as the container describes it. */
struct packed {
    struct str name;
    uint64_t at; /* its number */
    uint64_t size;
    uint64_t claimed; /* its size when it is unpacked */
    uint32_t crc;
    bool deflated;
};

static enum status damaged(const struct package *p, const struct packed *part)
{
    package_refuse(p, part->name, "cannot be unpacked");
    return ST_DATA;
}

static enum status failed(const struct package *p, const struct packed *part)
{
    if (zip_error_code_zip(zip_get_error(p->zip)) == ZIP_ER_MEMORY)
        return ST_NOMEM;
    return damaged(p, part);
}

static enum status too_much(const struct package *p, struct str name,
                            const char *what, size_t limit, const char *unit)
{
    finding(p->findings, FINDING_LIMIT, (struct place){p->source, 0, 0},
            "the part `%.*s` of `%s` %s %zu%s", STR_ARG(name), p->source->name,
            what, limit, unit);
    finding_hint(p->findings, ARENA_TIMES_HINT);
    return ST_LIMIT;
}

/* What PART claims, against all limits. What comes out is as much, or the part
   is damaged. */
static enum status count(struct package *p, const struct packed *part)
{
    const size_t n = arena_times(p->findings->arena);
    const uint64_t bytes = part->claimed;

    if (bytes > PACKAGE_PART_MAX * n)
        return too_much(p, part->name, "holds more than",
                        (size_t)(PACKAGE_PART_MAX / MIB) * n, " MiB");
    p->unpacked += bytes;
    if (p->unpacked > PACKAGE_SUM_MAX * n)
        return too_much(p, part->name, "makes it more than",
                        (size_t)(PACKAGE_SUM_MAX / MIB) * n, " MiB in all");
    if (bytes > RATIO_FROM && bytes / (PACKAGE_RATIO_MAX * n) > part->size)
        return too_much(p, part->name, "unpacks to more than",
                        PACKAGE_RATIO_MAX * n, " times its size");
    return ST_OK;
}

/* LEN bytes of PART, and no more of it: its end is where libzip compares its
   sum, unless FLAGS ask for what is packed. */
static enum status take_bytes(const struct package *p,
                              const struct packed *part, zip_flags_t flags,
                              char *out, size_t len)
{
    zip_file_t *file = zip_fopen_index(p->zip, part->at, flags);
    zip_int64_t n = 1;
    char beyond;

    if (file == NULL)
        return failed(p, part);
    for (size_t at = 0; n > 0 && at < len; at += (size_t)n)
        n = zip_fread(file, out + at, len - at);
    if (n > 0 || len == 0)
        n = zip_fread(file, &beyond, 1) == 0 ? 1 : -1;
    (void)zip_fclose(file);
    return n > 0 ? ST_OK : damaged(p, part);
}

static enum status inflate_to(const struct package *p,
                              const struct packed *part, const char *packed,
                              char *out)
{
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    enum libdeflate_result result;

    if (d == NULL)
        return ST_NOMEM;
    /* All of it, or it is no success. */
    result = libdeflate_deflate_decompress(d, packed, (size_t)part->size, out,
                                           (size_t)part->claimed, NULL);
    libdeflate_free_decompressor(d);
    if (result != LIBDEFLATE_SUCCESS ||
        libdeflate_crc32(0, out, (size_t)part->claimed) != part->crc)
        return damaged(p, part);
    return ST_OK;
}

/* Deflate, which nearly all parts are packed by, at once and not by zlib, a
   piece at a time: that takes more than twice as long. */
static enum status take_deflated(const struct package *p,
                                 const struct packed *part, char *out)
{
    char *packed = mem_alloc((size_t)part->size);
    enum status st = packed == NULL ? ST_NOMEM : ST_OK;

    if (st == ST_OK)
        st = take_bytes(p, part, ZIP_FL_COMPRESSED, packed, (size_t)part->size);
    if (st == ST_OK)
        st = inflate_to(p, part, packed, out);
    mem_free(packed);
    return st;
}

static enum status find(struct package *p, struct str name, struct packed *part)
{
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
                                ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    zip_stat_t stat;

    *part = (struct packed){.name = name};
    if (!package_find(p, name, &part->at)) {
        package_refuse(p, name, "is not there");
        return ST_DATA;
    }
    if (zip_stat_index(p->zip, part->at, 0, &stat) != 0)
        return failed(p, part);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        stat.encryption_method != ZIP_EM_NONE) {
        package_refuse_locked(p);
        return ST_DATA;
    }
    if ((stat.valid & needed) != needed)
        return damaged(p, part);
    part->size = stat.comp_size;
    part->claimed = stat.size;
    part->crc = stat.crc;
    part->deflated = stat.comp_method == ZIP_CM_DEFLATE;
    return ST_OK;
}

enum status unpack(struct package *p, struct str name, struct unpacked *u)
{
    struct packed part;
    enum status st = find(p, name, &part);

    *u = (struct unpacked){0};
    if (st == ST_OK)
        st = count(p, &part);
    if (st != ST_OK)
        return st;
    u->bytes = mem_alloc((size_t)part.claimed);
    if (u->bytes == NULL)
        return ST_NOMEM;
    u->len = (size_t)part.claimed;
    mem_expect(u->bytes, u->len);
    st = part.deflated ? take_deflated(p, &part, u->bytes)
                       : take_bytes(p, &part, 0, u->bytes, u->len);
    if (st != ST_OK)
        unpacked_free(u);
    return st;
}

size_t unpacked_take(struct unpacked *u, char *out, size_t size)
{
    const size_t left = u->len - u->taken;
    const size_t n = left < size ? left : size;

    if (n > 0)
        memcpy(out, u->bytes + u->taken, n);
    u->taken += n;
    if (u->taken - u->forgotten >= FORGOTTEN_AT_ONCE) {
        mem_forget(u->bytes + u->forgotten, u->taken - u->forgotten);
        u->forgotten = u->taken;
    }
    return n;
}

enum status unpack_to_arena(struct package *p, struct str name,
                            struct arena *arena, struct str *bytes)
{
    struct unpacked u;
    enum status st = unpack(p, name, &u);

    if (st != ST_OK)
        return st;
    *bytes = arena_str(arena, (struct str){u.bytes, u.len});
    unpacked_free(&u);
    return arena_status(arena);
}

void unpacked_free(struct unpacked *u)
{
    mem_free(u->bytes);
    *u = (struct unpacked){0};
}
