#include "output/font/word_cache.h"
#include "core/base/mem.h"

#include <assert.h>

#define FIRST_CAPACITY 1024

/* FNV-1a, with the face as the first byte. */
uint32_t word_cache_hash(uint8_t face, struct str text)
{
    uint32_t h = (2166136261U ^ (uint32_t)face) * 16777619U;

    for (size_t i = 0; i < text.len; i++)
        h = (h ^ (unsigned char)text.ptr[i]) * 16777619U;
    return h ^ h >> 15;
}

const struct shaped *word_cache_find(const struct word_cache *cache,
                                     uint32_t hash, uint8_t face,
                                     struct str text)
{
    const size_t mask = cache->capacity - 1;

    if (cache->capacity == 0)
        return NULL;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        const struct cached_word *slot = &cache->slots[i];

        if (slot->word == NULL)
            return NULL;
        if (slot->hash == hash && slot->face == (unsigned)face &&
            str_eq((struct str){slot->word->text.ptr, slot->len}, text))
            return slot->word;
    }
}

static void put(struct word_cache *cache, struct cached_word slot)
{
    const size_t mask = cache->capacity - 1;
    size_t i = slot.hash & mask;

    while (cache->slots[i].word != NULL)
        i = (i + 1) & mask;
    cache->slots[i] = slot;
}

static bool grow(struct word_cache *cache)
{
    struct word_cache larger = {.count = cache->count};

    if (cache->capacity > SIZE_MAX / 2)
        return false;
    larger.capacity =
        cache->capacity == 0 ? FIRST_CAPACITY : cache->capacity * 2;
    larger.slots = mem_zalloc(larger.capacity, sizeof(*larger.slots));
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < cache->capacity; i++) {
        if (cache->slots[i].word != NULL)
            put(&larger, cache->slots[i]);
    }
    mem_free(cache->slots);
    *cache = larger;
    return true;
}

bool word_cache_add(struct word_cache *cache, uint32_t hash, struct str text,
                    const struct shaped *word)
{
    assert(text.ptr == word->text.ptr && text.len <= WORD_BYTES_MAX);
    /* At most three quarters full: a search stays short, and ends. */
    if (cache->count >= cache->capacity / 4 * 3 && !grow(cache))
        return false;
    put(cache, (struct cached_word){.word = word,
                                    .hash = hash,
                                    .len = (uint32_t)text.len & WORD_BYTES_MAX,
                                    .face = word->asked});
    cache->count++;
    return true;
}

void word_cache_clear(struct word_cache *cache)
{
    mem_free(cache->slots);
    *cache = (struct word_cache){.slots = NULL};
}
