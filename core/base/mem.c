/* madvise() is not POSIX. */
#define _DEFAULT_SOURCE

#include "core/base/mem.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define EXPECTED_MIN ((size_t)32 * 1024) /* worth asking for */
#define ABANDONED_MAX 256 /* a process that went short ends soon */

static unsigned long failures;
static unsigned long shortages;
static void *abandoned[ABANDONED_MAX];
static size_t nabandoned;

void *mem_alloc(size_t size)
{
    void *p = malloc(size > 0 ? size : 1);

    if (p == NULL)
        failures++;
    return p;
}

void *mem_zalloc(size_t count, size_t size)
{
    void *p = calloc(count > 0 ? count : 1, size > 0 ? size : 1);

    if (p == NULL)
        failures++;
    return p;
}

void *mem_realloc(void *ptr, size_t size)
{
    void *p = realloc(ptr, size > 0 ? size : 1);

    if (p == NULL)
        failures++;
    return p;
}

void mem_free(void *ptr)
{
    free(ptr);
}

void mem_give_back(void)
{
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}

/* What the kernel is told of the pages that lie wholly within SIZE bytes at
   PTR. An older one may not know of it: then all is as it was. */
static void advise(void *ptr, size_t size, int what)
{
    const long page = sysconf(_SC_PAGESIZE);
    const uintptr_t unit = page > 0 ? (uintptr_t)page : size + 1;
    const uintptr_t end = ((uintptr_t)ptr + size) / unit * unit;
    const uintptr_t begin = ((uintptr_t)ptr + unit - 1) / unit * unit;

    if (begin < end)
        (void)madvise((char *)ptr + (begin - (uintptr_t)ptr), end - begin,
                      what);
}

void mem_expect(void *ptr, size_t size)
{
#ifdef MADV_POPULATE_WRITE
    if (size >= EXPECTED_MIN)
        advise(ptr, size, MADV_POPULATE_WRITE);
#else
    (void)ptr;
    (void)size;
#endif
}

void mem_forget(void *ptr, size_t size)
{
    advise(ptr, size, MADV_DONTNEED);
}

unsigned long mem_failures(void)
{
    return failures;
}

void mem_watch(void)
{
    errno = 0;
}

bool mem_went_short(void)
{
    const bool is_short = errno == ENOMEM;

    if (is_short) {
        failures++;
        shortages++;
    }
    return is_short;
}

unsigned long mem_shortages(void)
{
    return shortages;
}

void mem_abandon(void *ptr)
{
    if (ptr != NULL && nabandoned < ABANDONED_MAX)
        abandoned[nabandoned++] = ptr;
}
