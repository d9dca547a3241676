/*
 * mem.h - the one door to malloc.
 *
 * Third-party libraries that take allocation functions get these. Libraries
 * can hide a failed allocation behind a half result, so every failure is
 * counted: a reader compares mem_failures() before and after.
 *
 * Failure: NULL, and the count goes up.
 */
#ifndef CORE_BASE_MEM_H
#define CORE_BASE_MEM_H

#include "core/base/status.h"

#include <stdbool.h>
#include <stddef.h>

void *mem_alloc(size_t size);
void *mem_zalloc(size_t count, size_t size);
void *mem_realloc(void *ptr, size_t size);
void mem_free(void *ptr);

/* Gives what was freed in large amounts back to the system, which else keeps it
   for this process: where it is less than that takes. */
void mem_give_back(void);

/* All of the SIZE bytes at PTR will be written: their pages are asked for at
   once, which takes less time than to find that each of them is missing. */
void mem_expect(void *ptr, size_t size);

/* The SIZE bytes at PTR, part of what is still to be freed, are not wanted any
   more: pages that are wholly among them go back to the system. */
void mem_forget(void *ptr, size_t size);

/* How many allocations have failed in this process. */
unsigned long mem_failures(void);

/*
 * For a library that takes no allocation functions and goes on without the
 * memory it asked for (HarfBuzz). POSIX has malloc() set errno to ENOMEM when
 * it fails, and nothing that succeeds sets it back: mem_watch() clears errno
 * before the library is called, mem_went_short() tells afterwards.
 */
void mem_watch(void);
MUST_CHECK bool mem_went_short(void);

/* How often it did in this process. */
unsigned long mem_shortages(void);

/* What such a library made and cannot take back any more stays until the
   process ends, known to whoever looks for lost memory. */
void mem_abandon(void *ptr);

#endif
