/*
 * arena.h - memory that lives as long as one run, one report or one layout.
 *
 * Ownership: whatever an arena hands out belongs to the arena. Nobody frees
 * a part of it; arena_free() ends all of it at once.
 *
 * Failure: the first failure sticks. From then on every call returns NULL
 * and arena_status() says why, so that a caller which builds a tree checks
 * once at the end instead of after every node.
 *
 * Built with ARENA_EXACT each allocation is a block of its own, so that
 * sanitizers see overruns.
 */
#ifndef CORE_BASE_ARENA_H
#define CORE_BASE_ARENA_H

#include "core/base/buf.h"
#include "core/base/status.h"
#include "core/base/str.h"

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first */
    size_t used;                /* bytes handed out, padding included, and
                                   those of its parts */
    size_t limit;               /* ST_LIMIT beyond this */
    enum status status;
    struct arena *whole;     /* what it is a part of; NULL: of nothing */
    struct arena *parts;     /* newest first */
    struct arena *next_part; /* of the same whole */
};

/* LIMIT in bytes. */
void arena_init(struct arena *a, size_t limit);

/* What a report may take unless --max-memory says otherwise. */
#define ARENA_USUAL_LIMIT ((size_t)4096 * 1024 * 1024)

/* How many times that A may take, 1 to 64: limits of what is read are so many
   times as high, and whoever needs more raises one figure. */
size_t arena_times(const struct arena *a);

/* The way out of such a limit, for a message. */
#define ARENA_TIMES_HINT                                                       \
    "--max-memory 8192 doubles this limit, 16384 makes it four times as high"

/* Where objects begin: enough for pointers, 64-bit integers and doubles, and
   there are no others. As many as a long double wants would leave a gap behind
   every second object. */
#define ARENA_ALIGNMENT ((size_t)8)

/* Returns COUNT zeroed objects of SIZE bytes, or NULL (see above). */
void *arena_alloc(struct arena *a, size_t count, size_t size);

/* A copy that is followed by a NUL byte, which its len does not count. */
struct str arena_str(struct arena *a, struct str s);

/* A NUL-terminated copy, or NULL. */
char *arena_cstr(struct arena *a, struct str s);

/* What B holds, likewise a copy; B is freed. What failed in it fails in A. */
struct str arena_take(struct arena *a, struct buf *b);

/* PARTS, one behind the other. */
struct str arena_join(struct arena *a, const struct str *parts, size_t nparts);

struct str arena_printf(struct arena *a, const char *fmt, ...)
    PRINTF_LIKE(2, 3);
struct str arena_vprintf(struct arena *a, const char *fmt, va_list args)
    PRINTF_LIKE(2, 0);

/* Makes the arena fail from here on, as if an allocation had. */
void arena_fail(struct arena *a, enum status why);

MUST_CHECK enum status arena_status(const struct arena *a);

void arena_free(struct arena *a);

/* A part of A, for what is not needed as long as the rest: arena_free() of it
   ends it, and that of A ends it with A. Its bytes count among A's, and what
   fails in it fails in A. A part has none itself. NULL after a failure. */
struct arena *arena_part(struct arena *a);

#endif
