#include "core/base/number_map.h"

#include <assert.h>
#include <stdbool.h>

#define CAPACITY_FIRST 64

void number_map_init(struct number_map *m, struct arena *arena)
{
    *m = (struct number_map){.arena = arena};
}

/* SplitMix64's finalizer: keys are often small neighbours. */
static size_t slot_of(const struct number_map *m, uint64_t key)
{
    key = (key ^ (key >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    key = (key ^ (key >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (size_t)(key ^ (key >> 31)) & (m->capacity - 1);
}

/* The slot of KEY, or the free one where it belongs. */
static size_t find(const struct number_map *m, uint64_t key)
{
    size_t slot = slot_of(m, key);

    while (m->values[slot] != 0 && m->keys[slot] != key)
        slot = (slot + 1) & (m->capacity - 1);
    return slot;
}

static bool grow(struct number_map *m)
{
    struct number_map wider = *m;

    wider.capacity = m->capacity == 0 ? CAPACITY_FIRST : m->capacity * 2;
    wider.keys = arena_alloc(m->arena, wider.capacity, sizeof(*wider.keys));
    wider.values = arena_alloc(m->arena, wider.capacity, sizeof(*wider.values));
    if (wider.keys == NULL || wider.values == NULL)
        return false;
    for (size_t i = 0; i < m->capacity; i++) {
        size_t slot;

        if (m->values[i] == 0)
            continue;
        slot = find(&wider, m->keys[i]);
        wider.keys[slot] = m->keys[i];
        wider.values[slot] = m->values[i];
    }
    *m = wider;
    return true;
}

void number_map_set(struct number_map *m, uint64_t key, uint32_t value)
{
    size_t slot;

    assert(value != 0);
    /* At most half full, so that a search is short and always ends. */
    if (m->count >= m->capacity / 2 && !grow(m))
        return;
    slot = find(m, key);
    m->count += m->values[slot] == 0;
    m->keys[slot] = key;
    m->values[slot] = value;
}

uint32_t number_map_get(const struct number_map *m, uint64_t key)
{
    return m->count == 0 ? 0 : m->values[find(m, key)];
}
