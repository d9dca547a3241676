/*
 * mem.h - the one door to malloc.
 *
 * Third-party libraries that take allocation functions get these. Libraries
 * can hide a failed allocation behind a half result, so every failure is
 * counted: a reader compares mem_failures() before and after.
 *
 * Failure: NULL, and the count goes up.
 */
#ifndef CORE_MEM_H
#define CORE_MEM_H

#include <stddef.h>

void *mem_alloc(size_t size);
void *mem_zalloc(size_t count, size_t size);
void *mem_realloc(void *ptr, size_t size);
void mem_free(void *ptr);

/* How many allocations have failed in this process. */
unsigned long mem_failures(void);

#endif
