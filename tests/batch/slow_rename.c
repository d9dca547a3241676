/*
 * slow_rename.c - stands for a slow disk: preloaded, it lets a second pass
 * before a page of HTML is put in place, when its PDF already is.
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

int renameat(int from, const char *old, int to, const char *new)
{
    int (*real)(int, const char *, int, const char *);
    const struct timespec second = {1, 0};
    const char *end = strrchr(new, '.');

    *(void **)&real = dlsym(RTLD_NEXT, "renameat");
    if (end != NULL && strcmp(end, ".html") == 0)
        (void)nanosleep(&second, NULL);
    return real(from, old, to, new);
}
