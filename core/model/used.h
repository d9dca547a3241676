/*
 * used.h - which of the things that a report gives are used.
 *
 * Whoever prints a thing, names it in an expression or sends it along marks it,
 * by its address: a section, a person, a value, a column of a table. What has
 * no mark at the end was given and nobody will see it, which is a finding
 * (generators/unused.c).
 *
 * Ownership: the arena. Failure: sticks in the arena.
 */
#ifndef CORE_MODEL_USED_H
#define CORE_MODEL_USED_H

#include "core/base/number_map.h"

#include <stdbool.h>

/* How a thing is used; bits. */
enum use {
    USE_NAMED = 1,    /* in an expression */
    USE_PRINTED = 2,  /* in any copy or medium */
    USE_ATTACHED = 4, /* its file travels with the report */
};

struct used {
    struct number_map things; /* an address to its uses */
};

void used_init(struct used *u, struct arena *arena);

/* Either may be NULL: nobody asks, or there is nothing to mark. */
void used_mark(struct used *u, const void *thing, enum use use);

/* The uses of THING: 0 when it has none. */
unsigned used_as(const struct used *u, const void *thing);

#endif
