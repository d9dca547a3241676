/*
 * word_cache.h - shaped words by face and text: an open-addressing hash.
 *
 * For output/font only. Ownership: the caller owns the struct; keys and words
 * belong to the shaper's arena and must outlive it.
 */
#ifndef OUTPUT_FONT_WORD_CACHE_H
#define OUTPUT_FONT_WORD_CACHE_H

#include "output/font/font.h"

struct word_slot {
    const struct shaped *word; /* NULL: the slot is free */
    const char *ptr;           /* the whole word, whose first part WORD is */
    uint32_t len;
    uint32_t hash;
};

struct word_cache {
    struct word_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

uint32_t word_cache_hash(enum face face, struct str text);

/* NULL when TEXT has not been shaped in FACE. */
const struct shaped *word_cache_find(const struct word_cache *cache,
                                     uint32_t hash, enum face face,
                                     struct str text);

/* False when there is no memory: the word is then not kept. */
MUST_CHECK bool word_cache_add(struct word_cache *cache, uint32_t hash,
                               struct str text, const struct shaped *word);

void word_cache_clear(struct word_cache *cache); /* keeps no memory */

#endif
