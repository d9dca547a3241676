#include "core/base/name_map.h"

#include <string.h>

#define SIZE_FIRST 16

struct name_entry {
    struct str name;
    uint32_t value;
    uint32_t next; /* 1 + the next of the same hash, or 0 */
};

void name_map_init(struct name_map *m, struct arena *arena, uint64_t seed)
{
    *m = (struct name_map){.seed = seed};
    number_map_init(&m->hashes, arena);
}

static bool make_room(struct name_map *m)
{
    const size_t size = m->size == 0 ? SIZE_FIRST : m->size * 2;
    struct name_entry *wider;

    if (m->count < m->size)
        return true;
    wider = arena_alloc(m->hashes.arena, size, sizeof(*wider));
    if (wider == NULL || size > UINT32_MAX)
        return false;
    if (m->count > 0)
        memcpy(wider, m->entries, m->count * sizeof(*wider));
    m->entries = wider;
    m->size = size;
    return true;
}

void name_map_add(struct name_map *m, struct str name, uint32_t value)
{
    const uint64_t hash = str_hash(name, m->seed);

    if (name_map_get(m, name) != 0 || !make_room(m))
        return;
    m->entries[m->count++] =
        (struct name_entry){name, value, number_map_get(&m->hashes, hash)};
    number_map_set(&m->hashes, hash, (uint32_t)m->count);
}

uint32_t name_map_get(struct name_map *m, struct str name)
{
    uint32_t i;

    if (m->count == 0)
        return 0;
    i = number_map_get(&m->hashes, str_hash(name, m->seed));
    for (; i != 0; i = m->entries[i - 1].next) {
        m->steps++;
        if (str_eq(m->entries[i - 1].name, name))
            return m->entries[i - 1].value;
    }
    return 0;
}
