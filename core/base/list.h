/*
 * list.h - an array that grows in an arena while a reader counts.
 *
 * Ownership: items belong to the arena; the array that was outgrown stays
 * there too, so a list of n items costs at most three times its size. Built
 * with ARENA_EXACT a sanitizer stops whoever still reads or writes there.
 * Failure: sticks in the arena; list_add() then returns NULL.
 */
#ifndef CORE_BASE_LIST_H
#define CORE_BASE_LIST_H

#include "core/base/arena.h"

struct list {
    struct arena *arena;
    void *items; /* moves when the list grows: keep indices, not pointers */
    size_t count;
    size_t capacity;
    size_t size; /* of an item */
};

struct list list_of(struct arena *arena, size_t size);

/* A zeroed item at the end, or NULL. */
void *list_add(struct list *l);

#endif
