#include "output/pdf/pdf_cache.h"

#include "core/base/digest.h"
#include "core/base/mem.h"
#include "output/pdf/pdf_cache_parts.h"
#include "output/pdf/pdf_subset.h"

#define DEFLATE_LEVEL 6
#define COMPRESSED_LIMIT ((size_t)64 * 1024 * 1024)

/*
 * What English, Welsh and Gaelic reports are written in, and the neighbours'
 * names in them: a report that uses no more needs no subset of its own.
 */
static const struct {
    hb_codepoint_t first;
    hb_codepoint_t last;
} repertoire[] = {
    {0x0020, 0x007E}, /* Basic Latin */
    {0x00A0, 0x00FF}, /* Latin-1 Supplement */
    {0x0100, 0x017F}, /* Latin Extended-A: Welsh circumflexes */
    {0x0218, 0x021B}, /* Romanian comma below */
    {0x1E80, 0x1E85}, /* Welsh w with other accents */
    {0x1EF2, 0x1EF3}, /* and y with grave */
    {0x2010, 0x2015}, /* hyphens and dashes */
    {0x2018, 0x201E}, /* quotation marks */
    {0x2020, 0x2022}, /* daggers, bullet */
    {0x2026, 0x2026}, /* ellipsis */
    {0x2030, 0x2030}, /* per mille */
    {0x20AC, 0x20AC}, /* euro */
    {0x2212, 0x2212}, /* minus */
};

static enum status compress(struct pdf_cache *cache, struct str bytes,
                            struct buf *out)
{
    const size_t bound =
        libdeflate_zlib_compress_bound(cache->deflate, bytes.len);
    char *room;

    buf_init(out, COMPRESSED_LIMIT);
    room = buf_reserve(out, bound);
    if (room == NULL)
        return buf_status(out);
    out->len = libdeflate_zlib_compress(cache->deflate, bytes.ptr, bytes.len,
                                        room, bound);
    return out->len > 0 ? ST_OK : ST_BUG;
}

struct pdf_cache *pdf_cache_new(const struct font_set *fonts,
                                struct str profile)
{
    struct pdf_cache *cache = mem_zalloc(1, sizeof(*cache));

    if (cache == NULL)
        return NULL;
    cache->fonts = fonts;
    cache->deflate = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (cache->deflate == NULL ||
        compress(cache, profile, &cache->profile) != ST_OK) {
        pdf_cache_free(cache);
        return NULL;
    }
    return cache;
}

void pdf_subset_free(struct pdf_subset *subset)
{
    buf_free(&subset->bytes);
}

void pdf_cache_free(struct pdf_cache *cache)
{
    if (cache == NULL)
        return;
    for (size_t i = 0; i < FONT_FACES_MAX; i++) {
        hb_set_destroy(cache->faces[i].repertoire);
        pdf_subset_free(&cache->faces[i].subset);
    }
    buf_free(&cache->profile);
    libdeflate_free_compressor(cache->deflate);
    mem_free(cache);
}

/* The glyphs of the repertoire that FACE has; none of a fallback, which is
   there for a character or two. */
static hb_set_t *repertoire_of(const struct font_face *face)
{
    hb_set_t *glyphs = hb_set_create();

    if (face->index >= FACE_MAX)
        return glyphs;
    for (size_t i = 0; i < sizeof(repertoire) / sizeof(repertoire[0]); i++) {
        for (hb_codepoint_t c = repertoire[i].first; c <= repertoire[i].last;
             c++) {
            hb_codepoint_t glyph = 0;

            if (hb_font_get_nominal_glyph(face->hb_font, c, &glyph))
                hb_set_add(glyphs, glyph);
        }
    }
    return glyphs;
}

/* Six capitals that name a subset (9.6.4): from its bytes. */
static void make_tag(struct str bytes, char tag[SUBSET_TAG_LEN + 1])
{
    uint8_t digest[DIGEST_SIZE];

    digest_sha256(bytes, digest);
    for (size_t i = 0; i < SUBSET_TAG_LEN; i++)
        tag[i] = (char)('A' + digest[i] % 26);
    tag[SUBSET_TAG_LEN] = '\0';
}

static enum status make_subset(struct pdf_cache *cache,
                               const struct font_face *face,
                               const hb_set_t *glyphs,
                               struct pdf_subset *subset)
{
    hb_blob_t *blob = pdf_subset_program(face, glyphs);
    struct str program;
    unsigned int len = 0;
    enum status st;

    if (blob == NULL)
        return ST_NOMEM;
    program.ptr = hb_blob_get_data(blob, &len);
    program.len = len;
    st = compress(cache, program, &subset->bytes);
    subset->length = len;
    make_tag(program, subset->tag);
    hb_blob_destroy(blob);
    return st;
}

/* The repertoire of FACE and its subset, made at the first asking. */
static enum status prepare(struct pdf_cache *cache,
                           const struct font_face *face)
{
    struct pdf_face_cache *known = &cache->faces[face->index];
    enum status st;

    if (known->repertoire == NULL) {
        hb_set_t *glyphs = repertoire_of(face);

        if (!hb_set_allocation_successful(glyphs)) {
            hb_set_destroy(glyphs);
            return ST_NOMEM;
        }
        known->repertoire = glyphs;
    }
    if (known->made || hb_set_is_empty(known->repertoire))
        return ST_OK;
    pdf_subset_free(&known->subset); /* of an attempt that failed */
    st = make_subset(cache, face, known->repertoire, &known->subset);
    known->made = st == ST_OK;
    return st;
}

enum status pdf_cache_subset(struct pdf_cache *cache,
                             const struct font_face *face, const hb_set_t *used,
                             struct pdf_subset *own,
                             const struct pdf_subset **found)
{
    struct pdf_face_cache *known = &cache->faces[face->index];
    hb_set_t *both;
    enum status st = prepare(cache, face);

    *own = (struct pdf_subset){.length = 0};
    *found = &known->subset;
    if (st != ST_OK || hb_set_is_subset(used, known->repertoire))
        return st;
    both = hb_set_copy(known->repertoire);
    hb_set_union(both, used);
    *found = own;
    st = ST_NOMEM;
    if (hb_set_allocation_successful(both))
        st = make_subset(cache, face, both, own);
    hb_set_destroy(both);
    return st;
}
