#include "core/mem.h"

#include <stdint.h>
#include <stdlib.h>

static unsigned long failures;

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

unsigned long mem_failures(void)
{
    return failures;
}
