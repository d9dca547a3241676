/*
 * A PNG or JPEG file. The checksums of a PNG file are made right first, so
 * that what they guard is reached, too.
 */
#include "input/picture/image_in.h"
#include "tests/fuzz/fuzz.h"

#include <libdeflate.h>
#include <string.h>

static const struct image *read_bytes(struct fuzz *f, struct str bytes)
{
    struct source *s = fuzz_source(f, "map.png", SOURCE_BYTES, bytes);

    FUZZ_MUST(s != NULL);
    return image_in(&f->arena, s, NOWHERE, &f->findings);
}

/* What was made of a file is a file that needs no change. */
static void check_made(struct fuzz *f, const struct image *p)
{
    const struct image *again;

    FUZZ_MUST(p->width >= 1 && p->width <= IMAGE_SIDE_MAX);
    FUZZ_MUST(p->height >= 1 && p->height <= IMAGE_SIDE_MAX);
    FUZZ_MUST(p->channels == 1 || p->channels == 3);
    again = read_bytes(f, p->bytes);
    if (again == NULL || findings_stop(&f->findings)) {
        FUZZ_MUST(arena_status(&f->arena) != ST_OK ||
                  findings_have(&f->findings, FINDING_LIMIT, NOWHERE));
        return;
    }
    FUZZ_MUST(again->width == p->width && again->height == p->height);
    FUZZ_MUST(again->form == p->form && again->channels == p->channels);
    FUZZ_MUST(str_eq(again->bytes, p->bytes));
}

static void run(struct str bytes)
{
    const struct image *p;
    struct fuzz f;
    enum status st;

    fuzz_begin(&f);
    p = read_bytes(&f, bytes);
    FUZZ_MUST(p != NULL || arena_status(&f.arena) != ST_OK);
    FUZZ_MUST(p == NULL || (p->bytes.len == 0) == findings_stop(&f.findings));
    if (p != NULL && p->bytes.len > 0)
        check_made(&f, p);
    st = arena_status(&f.arena);
    if (st == ST_OK && findings_stop(&f.findings))
        st = ST_DATA;
    fuzz_end(&f, st);
}

static void put32(unsigned char *to, uint32_t n)
{
    for (int i = 0; i < 4; i++)
        to[i] = (unsigned char)(n >> (24 - 8 * i));
}

/* BYTES is a PNG file, as far as its signature goes. */
static void mend(unsigned char *bytes, size_t size)
{
    size_t at = 8;

    while (at + 12 <= size) {
        const size_t length = (size_t)bytes[at] << 24 |
                              (size_t)bytes[at + 1] << 16 |
                              (size_t)bytes[at + 2] << 8 | bytes[at + 3];

        if (length > size - at - 12)
            return;
        put32(bytes + at + 8 + length,
              libdeflate_crc32(0, bytes + at + 4, length + 4));
        at += length + 12;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct str bytes = {(const char *)data, size};
    struct arena arena;
    char *mended;

    run(bytes);
    if (!str_starts(bytes, STR_LIT("\x89PNG")))
        return 0;
    arena_init(&arena, FUZZ_MEMORY);
    mended = arena_cstr(&arena, bytes);
    FUZZ_MUST(mended != NULL);
    mend((unsigned char *)mended, size);
    run((struct str){mended, size});
    arena_free(&arena);
    return 0;
}
