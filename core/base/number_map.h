/*
 * number_map.h - a table from numbers to numbers, by hash and open addressing.
 *
 * Ownership: the arena. Failure: sticks in the arena; what could not be kept
 * is not found.
 */
#ifndef CORE_BASE_NUMBER_MAP_H
#define CORE_BASE_NUMBER_MAP_H

#include "core/base/arena.h"

#include <stddef.h>
#include <stdint.h>

struct number_map {
    struct arena *arena;
    uint64_t *keys;
    uint32_t *values; /* 0: the slot is free */
    size_t capacity;  /* a power of two, or 0 */
    size_t count;
};

void number_map_init(struct number_map *m, struct arena *arena);

/* VALUE is not 0. */
void number_map_set(struct number_map *m, uint64_t key, uint32_t value);

/* 0 when KEY is not there. */
uint32_t number_map_get(const struct number_map *m, uint64_t key);

#endif
