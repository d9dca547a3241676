#include "batch/house_resources.h"
#include "core/base/buf.h"

#include <inttypes.h>
#include <libdeflate.h>

/* Of a house's shaped words: those of some 300 reports of different prose, so
   that what is forgotten is seldom asked for again. */
#define WORDS_MEMORY ((size_t)4 * 1024 * 1024)

struct house_resources *
house_resources_of(const struct house_resources_list *houses,
                   const struct house *house)
{
    struct house_resources *p = houses->newest;

    while (p != NULL && p->house != house)
        p = p->older;
    return p;
}

/*
 * SHA-256 of megabytes of glyphs would take longer than a report. The table
 * checksums in a font's directory stand for its bytes (OpenType 1.9,
 * "Calculating checksums"), and a CRC of the whole for bytes that have gone
 * wrong since.
 */
static enum status hash_appearance(struct str profile,
                                   struct house_resources *p)
{
    enum { DIRECTORY_ENTRY = 16, DIRECTORY_HEAD = 12 };
    const struct font_set *fonts = &p->fonts;
    enum status st = ST_BUG;
    struct buf b;

    buf_init(&b, SIZE_MAX / 2);
    for (size_t i = 0; i < fonts->count; i++) {
        const struct str bytes = fonts->faces[i].bytes;
        const unsigned char *head = (const unsigned char *)bytes.ptr;
        const size_t tables =
            bytes.len < DIRECTORY_HEAD ? 0 : (size_t)(head[4] << 8 | head[5]);

        p->face_crc32[i] = libdeflate_crc32(0, bytes.ptr, bytes.len);
        buf_str(&b, str_to(bytes, DIRECTORY_HEAD + DIRECTORY_ENTRY * tables));
        buf_printf(&b, "%08" PRIx32, p->face_crc32[i]);
    }
    buf_str(&b, profile);
    digest_sha256(buf_view(&b), p->appearance_sha256);
    st = buf_status(&b);
    buf_free(&b);
    return st;
}

/* P has its house, and findings that are empty. */
static enum status open_one(const struct house_resources_list *houses,
                            struct house_resources *p)
{
    const struct font_set *earlier =
        houses->newest == NULL ? NULL : &houses->newest->fonts;
    enum status st = font_set_open(houses->arena, p->house, earlier,
                                   &p->findings, &p->fonts);

    if (st != ST_OK)
        return st;
    p->shaper = shaper_new(&p->fonts);
    p->pdf_cache = pdf_cache_new(&p->fonts, houses->profile);
    if (p->shaper == NULL || p->pdf_cache == NULL)
        return ST_NOMEM;
    st = shaper_status(p->shaper);
    if (st != ST_OK)
        return st;
    return hash_appearance(houses->profile, p);
}

enum status house_resources_open(struct arena *arena, struct findings *findings,
                                 struct house_resources_list *houses)
{
    *houses = (struct house_resources_list){.arena = arena};
    return pdf_profile_open(arena, PDF_PROFILE_PATH, findings,
                            &houses->profile);
}

enum status house_resources_add(struct house_resources_list *houses,
                                const struct house *house)
{
    struct house_resources *p;

    if (house_resources_of(houses, house) != NULL)
        return ST_OK;
    p = arena_alloc(houses->arena, 1, sizeof(*p));
    if (p == NULL)
        return arena_status(houses->arena);
    p->house = house;
    findings_init(&p->findings, houses->arena);
    p->status = open_one(houses, p);
    /* Later changes are for the next run, which sees them in the digests. */
    if (p->status == ST_OK)
        p->status = font_set_unchanged(&p->fonts, NOWHERE, &p->findings);
    p->older = houses->newest;
    houses->newest = p;
    return p->status >= ST_NOMEM ? p->status : arena_status(houses->arena);
}

void house_resources_close(struct house_resources_list *houses)
{
    for (struct house_resources *p = houses->newest; p != NULL; p = p->older) {
        pdf_cache_free(p->pdf_cache);
        shaper_free(p->shaper);
        font_set_close(&p->fonts);
    }
    houses->newest = NULL;
}

void house_resources_settle_words(struct house_resources *house)
{
    if (house->shaper != NULL)
        shaper_settle(house->shaper, WORDS_MEMORY);
}

void house_resources_trim_words(struct house_resources *house)
{
    if (house->shaper != NULL)
        shaper_trim(house->shaper, WORDS_MEMORY);
}

void house_resources_trim(struct house_resources_list *houses)
{
    for (struct house_resources *p = houses->newest; p != NULL; p = p->older)
        house_resources_trim_words(p);
}
