#include "core/base/mem.h"
#include "output/font/shaper_parts.h"

#include <string.h>

#define SHAPER_LIMIT ((size_t)1024 * 1024 * 1024)

struct shaper *shaper_new(const struct font_set *set)
{
    struct shaper *s = mem_zalloc(1, sizeof(*s));

    if (s == NULL)
        return NULL;
    s->fonts = set;
    arena_init(&s->arena, SHAPER_LIMIT);
    mem_watch(); /* it fetches tables of Unicode, and does without them */
    s->buffer = hb_buffer_create();
    if (mem_went_short() || !hb_buffer_allocation_successful(s->buffer))
        arena_fail(&s->arena, ST_NOMEM);
    return s;
}

void shaper_free(struct shaper *s)
{
    if (s == NULL)
        return;
    hb_buffer_destroy(s->buffer);
    word_cache_clear(&s->words);
    arena_free(&s->arena);
    mem_free(s->glyphs);
    mem_free(s);
}

enum status shaper_status(const struct shaper *s)
{
    return arena_status(&s->arena);
}

void shaper_settle(struct shaper *s, size_t bytes)
{
    if (s->arena.used > bytes)
        word_cache_clear(&s->words);
}

void shaper_trim(struct shaper *s, size_t bytes)
{
    if (s->arena.used <= bytes)
        return;
    word_cache_clear(&s->words);
    memset(s->hyphens, 0, sizeof(s->hyphens));
    arena_free(&s->arena);
}

const struct shaped *shape_directed(struct shaper *s, enum face face,
                                    bool leftwards, struct str word)
{
    const uint8_t known_by = cache_face(face, leftwards);
    const uint32_t hash = word_cache_hash(known_by, word);
    const struct shaped *found;
    struct str key;

    if (arena_status(&s->arena) != ST_OK)
        return NULL;
    if (word.len > WORD_BYTES_MAX) {
        arena_fail(&s->arena, ST_LIMIT);
        return NULL;
    }
    found = word_cache_find(&s->words, hash, known_by, word);
    if (found == NULL) {
        key = arena_str(&s->arena, word);
        found = key.ptr == NULL ? NULL : shape_word(s, face, leftwards, key);
        if (found == NULL)
            return NULL;
        if (!word_cache_add(&s->words, hash, key, found)) {
            arena_fail(&s->arena, ST_NOMEM);
            return NULL;
        }
    }
    return found;
}

const struct shaped *shape(struct shaper *s, enum face face, struct str word)
{
    return shape_directed(s, face, false, word);
}

const struct shaped *shape_hyphen(struct shaper *s, enum face face)
{
    struct shaped *hyphen;
    const struct shaped *drawn = shape(s, face, STR_LIT("-"));
    size_t size;

    if (drawn == NULL || s->hyphens[face] != NULL)
        return s->hyphens[face];
    size = drawn->nglyphs *
           (drawn->plain ? sizeof(uint16_t) : sizeof(struct shaped_glyph));
    hyphen = arena_alloc(&s->arena, 1, sizeof(*hyphen) + size);
    if (hyphen == NULL)
        return NULL;
    *hyphen = *drawn;
    hyphen->ascii = false; /* the glyphs are not those of its text */
    hyphen->text = STR_LIT("\xC2\xAD");
    if (!drawn->plain)
        memcpy(hyphen->data, drawn->data, size);
    for (size_t i = 0; drawn->plain && i < drawn->nglyphs; i++)
        hyphen->data[i] = shaped_id(drawn, i);
    s->hyphens[face] = hyphen;
    return hyphen;
}

const struct shaped *shape_space(struct shaper *s, enum face face)
{
    return shape(s, face, STR_LIT(" "));
}
