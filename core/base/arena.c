#include "core/base/arena.h"
#include "core/base/mem.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define TIMES_MAX 64 /* 1,000 columns, so many times, fit 16 bits */
#define BLOCK_SIZE ((size_t)64 * 1024)
#define GROWN ((size_t)1024 * 1024) /* and likely to fill another block */
#define BRIEF_MAX 256               /* bytes of a text that is written once */

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *a, size_t limit)
{
    *a = (struct arena){.limit = limit};
}

/* What counts the bytes of A, and says how far they may go. */
static struct arena *whole_of(struct arena *a)
{
    return a->whole == NULL ? a : a->whole;
}

void arena_fail(struct arena *a, enum status why)
{
    a = whole_of(a);
    if (a->status == ST_OK)
        a->status = why;
}

static void count_bytes(struct arena *a, size_t bytes)
{
    a->used += bytes;
    if (a->whole != NULL)
        a->whole->used += bytes;
}

/* Such an object gets a block of its own. What comes from the system is nought
   already, and whoever allocates for the most that there may be need not have
   the rest in memory. */
static bool is_large(size_t size)
{
    return size > BLOCK_SIZE / 4;
}

/* A block with room for SIZE bytes. A large object gets a block of its own,
   placed behind the current one so that the rest of that is not lost. */
static struct arena_block *add_block(struct arena *a, size_t size)
{
#ifdef ARENA_EXACT
    const size_t want = size;
#else
    const size_t want = is_large(size) ? size : BLOCK_SIZE;
#endif
    struct arena_block *b = is_large(size) ? mem_zalloc(1, sizeof(*b) + want)
                                           : mem_alloc(sizeof(*b) + want);

    if (b == NULL) {
        arena_fail(a, ST_NOMEM);
        return NULL;
    }
    if (!is_large(size) && a->used > GROWN)
        mem_expect(b, sizeof(*b) + want);
    b->size = want;
    b->used = 0;
    if (want == size && a->blocks != NULL) {
        b->next = a->blocks->next;
        a->blocks->next = b;
    } else {
        b->next = a->blocks;
        a->blocks = b;
    }
    return b;
}

size_t arena_times(const struct arena *a)
{
    const size_t times = a->limit / ARENA_USUAL_LIMIT;

    return times < 1 ? 1 : times > TIMES_MAX ? TIMES_MAX : times;
}

static size_t aligned(size_t n)
{
    return (n + ARENA_ALIGNMENT - 1) / ARENA_ALIGNMENT * ARENA_ALIGNMENT;
}

/* BYTES behind what the arena's newest block holds, or in a new one. PAD of
   them, none in an empty block, only part them from what is before. */
static unsigned char *take(struct arena *a, size_t pad, size_t bytes)
{
    const struct arena *whole = whole_of(a);
    const size_t left = whole->limit - whole->used;
    struct arena_block *b = a->blocks;
    unsigned char *p;

    if (bytes > left || pad > left - bytes) {
        arena_fail(a, ST_LIMIT);
        return NULL;
    }
    if (b != NULL && !is_large(bytes) && b->size - b->used >= pad + bytes) {
        b->used += pad;
        count_bytes(a, pad);
    } else {
        b = add_block(a, bytes);
    }
    if (b == NULL)
        return NULL;
    p = b->bytes + b->used;
    b->used += bytes;
    count_bytes(a, bytes);
    return p;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
    const size_t used = a->blocks == NULL ? 0 : a->blocks->used;
    size_t bytes;
    void *p;

    if (whole_of(a)->status != ST_OK)
        return NULL;
    if (size != 0 && count > (SIZE_MAX - BLOCK_SIZE) / size) {
        arena_fail(a, ST_LIMIT);
        return NULL;
    }
    bytes = aligned(count * size);
    p = take(a, aligned(used) - used, bytes);
    return p == NULL || is_large(bytes) ? p : memset(p, 0, bytes);
}

/* Room for LEN bytes and a NUL. Texts lie side by side: half of what short ones
   take would be gaps. */
static char *text_room(struct arena *a, size_t len)
{
    if (len >= SIZE_MAX - BLOCK_SIZE)
        arena_fail(a, ST_LIMIT);
    return whole_of(a)->status == ST_OK ? (char *)take(a, 0, len + 1) : NULL;
}

char *arena_cstr(struct arena *a, struct str s)
{
    char *p = text_room(a, s.len);

    if (p == NULL)
        return NULL;
    if (s.len > 0)
        memcpy(p, s.ptr, s.len);
    p[s.len] = '\0';
    return p;
}

struct str arena_str(struct arena *a, struct str s)
{
    char *p = arena_cstr(a, s);

    return (struct str){p, p == NULL ? 0 : s.len};
}

struct str arena_take(struct arena *a, struct buf *b)
{
    struct str text = {NULL, 0};

    if (buf_status(b) == ST_OK)
        text = arena_str(a, buf_view(b));
    else
        arena_fail(a, buf_status(b));
    buf_free(b);
    return text;
}

struct str arena_join(struct arena *a, const struct str *parts, size_t nparts)
{
    size_t len = 0;
    size_t at = 0;
    char *p;

    for (size_t i = 0; i < nparts; i++) /* each is in memory, if not all are */
        len += parts[i].len < SIZE_MAX - len ? parts[i].len : SIZE_MAX - len;
    p = text_room(a, len);
    if (p == NULL)
        return (struct str){NULL, 0};
    for (size_t i = 0; i < nparts; i++) {
        if (parts[i].len > 0)
            memcpy(p + at, parts[i].ptr, parts[i].len);
        at += parts[i].len;
    }
    p[len] = '\0';
    return (struct str){p, len};
}

struct str arena_vprintf(struct arena *a, const char *fmt, va_list args)
{
    char brief[BRIEF_MAX];
    va_list again;
    char *p = NULL;
    int n;

    va_copy(again, args);
    n = vsnprintf(brief, sizeof(brief), fmt, args);
    if (n >= 0)
        p = text_room(a, (size_t)n);
    else
        arena_fail(a, ST_NOMEM);
    if (p != NULL && (size_t)n < sizeof(brief))
        memcpy(p, brief, (size_t)n + 1);
    else if (p != NULL)
        (void)vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return (struct str){p, p == NULL ? 0 : (size_t)n};
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list args;
    struct str s;

    va_start(args, fmt);
    s = arena_vprintf(a, fmt, args);
    va_end(args);
    return s;
}

enum status arena_status(const struct arena *a)
{
    return a->whole == NULL ? a->status : a->whole->status;
}

struct arena *arena_part(struct arena *a)
{
    struct arena *part = arena_alloc(a, 1, sizeof(*part));

    if (part == NULL)
        return NULL;
    part->whole = a;
    part->next_part = a->parts;
    a->parts = part;
    return part;
}

static void free_blocks(struct arena *a)
{
    struct arena_block *b = a->blocks;

    while (b != NULL) {
        struct arena_block *next = b->next;

        mem_free(b);
        b = next;
    }
    a->blocks = NULL;
}

void arena_free(struct arena *a)
{
    for (struct arena *part = a->parts; part != NULL; part = part->next_part)
        free_blocks(part);
    a->parts = NULL; /* they lie in its blocks */
    free_blocks(a);
    count_bytes(a, 0 - a->used);
}
