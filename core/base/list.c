#include "core/base/list.h"

#include <string.h>

struct list list_of(struct arena *arena, size_t size)
{
    return (struct list){.arena = arena, .size = size};
}

void *list_add(struct list *l)
{
    char *items = l->items;

    if (l->count == l->capacity) {
        const size_t capacity = l->capacity == 0 ? 8 : l->capacity * 2;

        items = arena_alloc(l->arena, capacity, l->size);
        if (items == NULL)
            return NULL;
        if (l->count > 0)
            memcpy(items, l->items, l->count * l->size);
        l->items = items;
        l->capacity = capacity;
    }
    return items + l->size * l->count++;
}
