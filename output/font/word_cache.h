/*
 * word_cache.h - shaped words by face and text: an open-addressing hash.
 *
 * For output/font only. Ownership: the caller owns the struct; keys and words
 * belong to the shaper's arena and must outlive it.
 */
#ifndef OUTPUT_FONT_WORD_CACHE_H
#define OUTPUT_FONT_WORD_CACHE_H

#include "output/font/font.h"

#define WORD_BYTES_MAX 0xFFFFFFU

/* 16 bytes: most of what a look-up costs is waiting for memory. */
struct cached_word {
    const struct shaped *word; /* NULL: the slot is free. Its text begins the
                                  whole word, whose first part it is */
    uint32_t hash;
    uint32_t len : 24; /* of the whole word */
    uint32_t face : 8; /* that was asked for, and the direction */
};

struct word_cache {
    struct cached_word *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

uint32_t word_cache_hash(uint8_t face, struct str text);

/* NULL when TEXT has not been shaped in FACE. */
const struct shaped *word_cache_find(const struct word_cache *cache,
                                     uint32_t hash, uint8_t face,
                                     struct str text);

/* TEXT is where WORD's text begins, and has at most WORD_BYTES_MAX bytes. False
   when there is no memory: the word is then not kept. */
MUST_CHECK bool word_cache_add(struct word_cache *cache, uint32_t hash,
                               struct str text, const struct shaped *word);

void word_cache_clear(struct word_cache *cache); /* keeps no memory */

#endif
