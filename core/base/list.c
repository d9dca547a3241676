#include "core/base/list.h"

#include <string.h>

/* Whoever still points into an array that was outgrown reads what is old and
   writes what nobody will see: there it is forbidden ground. */
#ifdef ARENA_EXACT
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(memory, size) ((void)(memory), (void)(size))
#endif

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
        if (l->count > 0) {
            memcpy(items, l->items, l->count * l->size);
            ASAN_POISON_MEMORY_REGION(l->items, l->count * l->size);
        }
        l->items = items;
        l->capacity = capacity;
    }
    return items + l->size * l->count++;
}
