#include "core/base/mem.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

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
