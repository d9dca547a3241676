#include "core/model/used.h"

void used_init(struct used *u, struct arena *arena)
{
    number_map_init(&u->things, arena);
}

void used_mark(struct used *u, const void *thing, enum use use)
{
    const uint64_t key = (uint64_t)(uintptr_t)thing;
    uint32_t marks;

    if (u == NULL || thing == NULL)
        return;
    marks = number_map_get(&u->things, key);
    if ((marks & use) == 0)
        number_map_set(&u->things, key, marks | use);
}

unsigned used_as(const struct used *u, const void *thing)
{
    return number_map_get(&u->things, (uint64_t)(uintptr_t)thing);
}
