/*
 * name_map.h - a table from names to numbers, exact, whatever the names hash
 * to.
 *
 * Names are not copied: they outlive the map. Of two that are equal the first
 * stays.
 *
 * Ownership: the arena. Failure: sticks in the arena; what could not be kept
 * is not found.
 */
#ifndef CORE_BASE_NAME_MAP_H
#define CORE_BASE_NAME_MAP_H

#include "core/base/number_map.h"
#include "core/base/str.h"

struct name_map {
    struct number_map hashes; /* of a name to 1 + its entry */
    struct name_entry *entries;
    size_t count;
    size_t size;
    uint64_t seed;
    uint64_t steps; /* names compared so far, for tests */
};

/* SEED: nobody who chooses names can know it, or make it collide. */
void name_map_init(struct name_map *m, struct arena *arena, uint64_t seed);

/* VALUE is not 0. */
void name_map_add(struct name_map *m, struct str name, uint32_t value);

/* 0 when NAME is not there. */
uint32_t name_map_get(struct name_map *m, struct str name);

#endif
