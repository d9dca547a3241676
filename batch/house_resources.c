#include "batch/house_resources.h"
#include "core/base/buf.h"

#include <inttypes.h>
#include <libdeflate.h>

/* Of a house's shaped words: those of some 300 reports of different prose, so
   that what is forgotten is seldom asked for again. */
#define WORDS_MEMORY ((size_t)4 * 1024 * 1024)

struct house_press *house_press_of(struct house_presses *presses,
                                   const struct house *house)
{
    for (size_t i = 0; i < presses->count; i++) {
        if (presses->items[i].house == house)
            return &presses->items[i];
    }
    return NULL;
}

/*
 * SHA-256 of megabytes of glyphs would take longer than a report. The table
 * checksums in a font's directory stand for its bytes (OpenType 1.9,
 * "Calculating checksums"), and a CRC of the whole for bytes that have gone
 * wrong since.
 */
static enum status hash_looks(const struct font_set *fonts, struct str profile,
                              uint8_t out[DIGEST_SIZE])
{
    enum { DIRECTORY_ENTRY = 16, DIRECTORY_HEAD = 12 };
    enum status st = ST_BUG;
    struct buf b;

    buf_init(&b, SIZE_MAX / 2);
    for (size_t i = 0; i < fonts->count; i++) {
        const struct str bytes = fonts->faces[i].bytes;
        const unsigned char *p = (const unsigned char *)bytes.ptr;
        const size_t tables =
            bytes.len < DIRECTORY_HEAD ? 0 : (size_t)(p[4] << 8 | p[5]);

        buf_str(&b, str_to(bytes, DIRECTORY_HEAD + DIRECTORY_ENTRY * tables));
        buf_printf(&b, "%08" PRIx32, libdeflate_crc32(0, bytes.ptr, bytes.len));
    }
    buf_str(&b, profile);
    digest_sha256(buf_view(&b), out);
    st = buf_status(&b);
    buf_free(&b);
    return st;
}

static enum status open_one(struct arena *arena, const struct house *house,
                            const struct font_set *earlier, struct str profile,
                            struct findings *findings, struct house_press *p)
{
    enum status st;

    p->house = house;
    st = font_set_open(arena, house, earlier, findings, &p->fonts);
    if (st != ST_OK)
        return st;
    p->shaper = shaper_new(&p->fonts);
    p->pdf_cache = pdf_cache_new(&p->fonts, profile);
    if (p->shaper == NULL || p->pdf_cache == NULL)
        return ST_NOMEM;
    st = shaper_status(p->shaper);
    if (st != ST_OK)
        return st;
    return hash_looks(&p->fonts, profile, p->looks_sha256);
}

enum status house_presses_open(struct arena *arena, const struct format *format,
                               struct findings *findings,
                               struct house_presses *presses)
{
    struct str profile;
    enum status st =
        pdf_profile_open(arena, PDF_PROFILE_PATH, findings, &profile);

    *presses = (struct house_presses){0};
    presses->items =
        arena_alloc(arena, format->ntemplates, sizeof(*presses->items));
    if (presses->items == NULL)
        return arena_status(arena);
    for (size_t i = 0; i < format->ntemplates && st == ST_OK; i++) {
        const struct house *house = format->templates[i]->house;
        struct house_press *last =
            presses->count == 0 ? NULL : &presses->items[presses->count - 1];

        if (house_press_of(presses, house) == NULL)
            st = open_one(arena, house, last == NULL ? NULL : &last->fonts,
                          profile, findings, &presses->items[presses->count++]);
    }
    return st;
}

enum status house_presses_still(const struct house_presses *presses,
                                struct findings *findings)
{
    enum status st = ST_OK;

    for (size_t i = 0; i < presses->count; i++)
        st = status_worst(
            st, font_set_still(&presses->items[i].fonts, NOWHERE, findings));
    return st;
}

void house_presses_close(struct house_presses *presses)
{
    for (size_t i = 0; i < presses->count; i++) {
        pdf_cache_free(presses->items[i].pdf_cache);
        shaper_free(presses->items[i].shaper);
        font_set_close(&presses->items[i].fonts);
    }
    presses->count = 0;
}

void house_presses_trim(struct house_presses *presses)
{
    for (size_t i = 0; i < presses->count; i++)
        shaper_trim(presses->items[i].shaper, WORDS_MEMORY);
}
