/*
 * hostile.c - stands for a report that has taken over the process that builds
 * it: preloaded, it tries what such a process must not, and says how it went.
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <fcntl.h>
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void told(const char *what, int done)
{
    (void)dprintf(STDERR_FILENO, "%s: %s\n", what, done ? "done" : "refused");
}

static void try_all(void)
{
    char *const words[] = {"true", NULL};
    const pid_t child = fork();

    told("read", open("/etc/passwd", O_RDONLY) >= 0);
    told("write", open(getenv("HOSTILE_FILE"), O_WRONLY | O_CREAT, 0600) >= 0);
    told("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
    if (child == 0) {
        (void)execv("/bin/true", words);
        told("exec", 0);
        _exit(0);
    }
}

HPDF_Doc HPDF_NewEx(HPDF_Error_Handler handler, HPDF_Alloc_Func alloc,
                    HPDF_Free_Func release, HPDF_UINT pool, void *data)
{
    HPDF_Doc (*real)(HPDF_Error_Handler, HPDF_Alloc_Func, HPDF_Free_Func,
                     HPDF_UINT, void *);

    *(void **)&real = dlsym(RTLD_NEXT, "HPDF_NewEx");
    try_all();
    return real(handler, alloc, release, pool, data);
}
