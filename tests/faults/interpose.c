/*
 * interpose.c - calls that fail when they are told to: loaded with LD_PRELOAD
 * before every library, so that none of them is passed over. Allocations are
 * here, all other calls in interpose_calls.c.
 *
 * The environment says what is to happen:
 *   FAULT_CALLS  the calls that count: names with commas between, of those
 *                that interpose_calls.c knows; "alloc" is malloc, calloc,
 *                realloc, aligned_alloc, posix_memalign and memalign
 *   FAULT_AT     the first that fails, from 1; 0: none
 *   FAULT_TIMES  "once", or "on": that one and all after it
 *   FAULT_STATE  a file of 16 bytes that is mapped: the number of calls that
 *                counted and of those that failed, in all processes together
 *   FAULT_CHANGE what happens instead, before that call goes on unharmed:
 *                "overwrite" FAULT_FILE with the bytes of FAULT_WITH, "replace"
 *                it by FAULT_WITH, or "remove" it
 *   FAULT_TRAP   stops in a debugger at the call that fails
 *
 * Nothing counts before main() has begun: a loader that finds no memory is no
 * concern of the program's.
 */
#define _GNU_SOURCE
#include "tests/faults/interpose.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

struct state {
    _Atomic uint64_t calls;
    _Atomic uint64_t failures;
};

static struct {
    bool armed;
    const char *calls;
    uint64_t at;
    bool once;
    const char *change; /* how FILE is changed instead; NULL: calls fail */
    const char *file;
    const char *with;
    int changer;
    struct state *state;
} fault;

/* Whether CALLS, names with commas between, has NAME. */
static bool counts(const char *calls, const char *name)
{
    const size_t len = strlen(name);

    while (calls != NULL) {
        if (strncmp(calls, name, len) == 0 &&
            (calls[len] == ',' || calls[len] == '\0'))
            return true;
        calls = strchr(calls, ',');
        if (calls != NULL)
            calls++;
    }
    return false;
}

/* Looking a symbol up allocates, so each is looked up before anything counts;
   allocations before that are answered from here and never given back. */
static _Alignas(max_align_t) char early[64 * 1024];
static size_t early_used;

static void *early_alloc(size_t size)
{
    void *p = early + early_used;

    size = (size + 15) & ~(size_t)15;
    if (size > sizeof(early) - early_used)
        abort();
    early_used += size;
    return p;
}

static bool is_early(const void *p)
{
    const uintptr_t at = (uintptr_t)p;

    return at >= (uintptr_t)early && at < (uintptr_t)early + sizeof(early);
}

#define REAL(name, type, ...) static type (*real_##name)(__VA_ARGS__)
REAL(malloc, void *, size_t);
REAL(calloc, void *, size_t, size_t);
REAL(realloc, void *, void *, size_t);
REAL(free, void, void *);
REAL(aligned_alloc, void *, size_t, size_t);
REAL(memalign, void *, size_t, size_t);
REAL(posix_memalign, int, void **, size_t, size_t);

/* A pointer to a function is no pointer to an object in ISO C. */
void interpose_find(const char *name, void *real)
{
    void *symbol = dlsym(RTLD_NEXT, name);

    memcpy(real, &symbol, sizeof(symbol));
}

/* Constructors of libraries call us before any of ours has run. */
static void find_all(void)
{
    static bool finding;

    if (finding)
        return;
    finding = true;
#define FIND(name) interpose_find(#name, &real_##name)
    FIND(calloc);
    FIND(malloc);
    FIND(realloc);
    FIND(free);
    FIND(aligned_alloc);
    FIND(memalign);
    FIND(posix_memalign);
    interpose_find_calls();
}

static void copy_over(const char *from, const char *to)
{
    static char bytes[4 * 1024 * 1024];
    const int in = open(from, O_RDONLY);
    const int out = open(to, O_WRONLY);
    const ssize_t n = read(in, bytes, sizeof(bytes));

    if (in < 0 || out < 0 || n < 0 || write(out, bytes, (size_t)n) != n ||
        ftruncate(out, n) != 0)
        abort();
    (void)close(in);
    (void)close(out);
}

static void change_file(void)
{
    if (strcmp(fault.change, "overwrite") == 0)
        copy_over(fault.with, fault.file);
    else if (strcmp(fault.change, "replace") == 0 &&
             rename(fault.with, fault.file) != 0)
        abort();
    else if (strcmp(fault.change, "remove") == 0 && unlink(fault.file) != 0)
        abort();
}

/* The program may not write to its inputs once it has confined itself, so
   somebody stands by who may, until all of its processes have ended: told by
   a byte, and answering each with one when the change is made. */
static void start_changer(void)
{
    int ends[2];
    char byte;
    bool changed = false;

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        abort();
    fault.changer = ends[0];
    switch (fork()) {
    case -1: abort();
    case 0: break;
    default: (void)close(ends[1]); return;
    }
    (void)close(ends[0]);
    while (read(ends[1], &byte, 1) == 1) {
        if (!changed) {
            change_file();
            (void)atomic_fetch_add(&fault.state->failures, 1);
            changed = true;
        }
        if (write(ends[1], &byte, 1) != 1)
            break;
    }
    _exit(0);
}

/* What comes after a change, in whichever process, finds it made: each asks for
   it that counted as far, as who was first may be killed before it has. By
   number: not to be counted. */
static void see_change(void)
{
    char byte = 0;

    if (atomic_load(&fault.state->failures) > 0)
        return;
    if (syscall(SYS_write, fault.changer, &byte, 1) != 1 ||
        syscall(SYS_read, fault.changer, &byte, 1) != 1)
        abort();
}

/* A worker closes what it did not open itself, but not who stands by. */
int close_range(unsigned first, unsigned last, int flags)
{
    const unsigned kept = (unsigned)fault.changer;

    if (fault.change == NULL || kept < first || kept > last)
        return (int)syscall(SYS_close_range, first, last, flags);
    if (kept > first && syscall(SYS_close_range, first, kept - 1, flags) != 0)
        return -1;
    return kept == last ? 0
                        : (int)syscall(SYS_close_range, kept + 1, last, flags);
}

bool interpose_counts(const char *name)
{
    return fault.armed && counts(fault.calls, name);
}

bool interpose_fails(const char *name, int error)
{
    const int before = errno;
    uint64_t n;

    find_all();
    if (!interpose_counts(name))
        return false;
    n = atomic_fetch_add(&fault.state->calls, 1) + 1;
    if (fault.at == 0)
        return false;
    if (fault.change != NULL) {
        if (n >= fault.at)
            see_change();
        errno = before;
        return false;
    }
    if (fault.once ? n != fault.at : n < fault.at)
        return false;
    (void)atomic_fetch_add(&fault.state->failures, 1);
    if (getenv("FAULT_TRAP") != NULL)
        (void)raise(SIGTRAP);
    errno = error;
    return true;
}

static void arm(void)
{
    const char *at = getenv("FAULT_AT");
    const char *times = getenv("FAULT_TIMES");
    const char *path = getenv("FAULT_STATE");
    const int fd = path == NULL ? -1 : open(path, O_RDWR | O_CLOEXEC);

    fault.calls = getenv("FAULT_CALLS");
    if (fault.calls == NULL || at == NULL || times == NULL || fd < 0)
        abort();
    fault.at = strtoull(at, NULL, 10);
    fault.once = strcmp(times, "once") == 0;
    fault.change = getenv("FAULT_CHANGE");
    fault.file = getenv("FAULT_FILE");
    fault.with = getenv("FAULT_WITH");
    fault.state = mmap(NULL, sizeof(*fault.state), PROT_READ | PROT_WRITE,
                       MAP_SHARED, fd, 0);
    if (fault.state == MAP_FAILED)
        abort();
    (void)close(fd);
    if (fault.change != NULL)
        start_changer();
    fault.armed = true;
}

typedef int main_fn(int argc, char **argv, char **env);
static main_fn *real_main;

static int armed_main(int argc, char **argv, char **env)
{
    arm();
    return real_main(argc, argv, env);
}

int __libc_start_main(main_fn *start, int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*loader_fini)(void),
                      void *stack_end);

int __libc_start_main(main_fn *start, int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*loader_fini)(void),
                      void *stack_end)
{
    int (*real)(main_fn *, int, char **, void (*)(void), void (*)(void),
                void (*)(void), void *);

    find_all();
    interpose_find("__libc_start_main", &real);
    real_main = start;
    return real(armed_main, argc, argv, init, fini, loader_fini, stack_end);
}

void *malloc(size_t size)
{
    const bool failed = interpose_fails("alloc", ENOMEM);

    if (real_malloc == NULL)
        return early_alloc(size);
    return failed ? NULL : real_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    const bool failed = interpose_fails("alloc", ENOMEM);

    if (real_calloc == NULL)
        return early_alloc(count * size);
    return failed ? NULL : real_calloc(count, size);
}

void *realloc(void *p, size_t size)
{
    if (real_realloc == NULL || is_early(p)) {
        const size_t room = (size_t)(early + sizeof(early) - (char *)p);
        void *moved = malloc(size);

        if (moved != NULL && p != NULL)
            memcpy(moved, p, size < room ? size : room);
        return moved;
    }
    return interpose_fails("alloc", ENOMEM) ? NULL : real_realloc(p, size);
}

void free(void *p)
{
    if (p != NULL && !is_early(p))
        real_free(p);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return interpose_fails("alloc", ENOMEM)
               ? NULL
               : real_aligned_alloc(alignment, size);
}

void *memalign(size_t alignment, size_t size)
{
    return interpose_fails("alloc", ENOMEM) ? NULL
                                            : real_memalign(alignment, size);
}

int posix_memalign(void **p, size_t alignment, size_t size)
{
    return interpose_fails("alloc", ENOMEM)
               ? ENOMEM
               : real_posix_memalign(p, alignment, size);
}
