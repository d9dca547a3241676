/*
 * interpose.c - calls that fail when they are told to: loaded with LD_PRELOAD
 * before every library, so that none of them is passed over.
 *
 * The environment says what is to happen:
 *   FAULT_CALLS  the calls that count: names with commas between, of those
 *                in the table below; "alloc" is malloc, calloc, realloc,
 *                aligned_alloc, posix_memalign and memalign
 *   FAULT_AT     the first that fails, from 1; 0: none
 *   FAULT_TIMES  "once", or "on": that one and all after it
 *   FAULT_STATE  a file of 16 bytes that is mapped: the number of calls that
 *                counted and of those that failed, in all processes together
 *
 * Nothing counts before main() has begun: a loader that finds no memory is no
 * concern of the program's.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
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
REAL(write, ssize_t, int, const void *, size_t);
REAL(pwrite, ssize_t, int, const void *, size_t, off_t);
REAL(read, ssize_t, int, void *, size_t);
REAL(fsync, int, int);
REAL(close, int, int);
REAL(open, int, const char *, int, ...);
REAL(openat, int, int, const char *, int, ...);
REAL(rename, int, const char *, const char *);
REAL(renameat, int, int, const char *, int, const char *);
REAL(linkat, int, int, const char *, int, const char *, int);
REAL(unlinkat, int, int, const char *, int);
REAL(mkdir, int, const char *, mode_t);
REAL(fstat, int, int, struct stat *);
REAL(pipe, int, int[2]);
REAL(pipe2, int, int[2], int);
REAL(socketpair, int, int, int, int, int[2]);
REAL(fork, pid_t, void);

/* A pointer to a function is no pointer to an object in ISO C. */
static void find(const char *name, void *real)
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
#define FIND(name) find(#name, &real_##name)
    FIND(calloc);
    FIND(malloc);
    FIND(realloc);
    FIND(free);
    FIND(aligned_alloc);
    FIND(memalign);
    FIND(posix_memalign);
    FIND(write);
    FIND(pwrite);
    FIND(read);
    FIND(fsync);
    FIND(close);
    FIND(open);
    FIND(openat);
    FIND(rename);
    FIND(renameat);
    FIND(linkat);
    FIND(unlinkat);
    FIND(mkdir);
    FIND(fstat);
    FIND(pipe);
    FIND(pipe2);
    FIND(socketpair);
    FIND(fork);
}

static bool fails(const char *name, int error)
{
    uint64_t n;

    find_all();
    if (!fault.armed || !counts(fault.calls, name))
        return false;
    n = atomic_fetch_add(&fault.state->calls, 1) + 1;
    if (fault.at == 0 || (fault.once ? n != fault.at : n < fault.at))
        return false;
    (void)atomic_fetch_add(&fault.state->failures, 1);
    errno = error;
    return true;
}

static void arm(void)
{
    const char *at = getenv("FAULT_AT");
    const char *times = getenv("FAULT_TIMES");
    const char *path = getenv("FAULT_STATE");
    const int fd = path == NULL ? -1 : real_open(path, O_RDWR | O_CLOEXEC);

    fault.calls = getenv("FAULT_CALLS");
    if (fault.calls == NULL || at == NULL || times == NULL || fd < 0)
        abort();
    fault.at = strtoull(at, NULL, 10);
    fault.once = strcmp(times, "once") == 0;
    fault.state = mmap(NULL, sizeof(*fault.state), PROT_READ | PROT_WRITE,
                       MAP_SHARED, fd, 0);
    if (fault.state == MAP_FAILED)
        abort();
    (void)real_close(fd);
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
    find("__libc_start_main", &real);
    real_main = start;
    return real(armed_main, argc, argv, init, fini, loader_fini, stack_end);
}

void *malloc(size_t size)
{
    const bool failed = fails("alloc", ENOMEM);

    if (real_malloc == NULL)
        return early_alloc(size);
    return failed ? NULL : real_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    const bool failed = fails("alloc", ENOMEM);

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
    return fails("alloc", ENOMEM) ? NULL : real_realloc(p, size);
}

void free(void *p)
{
    if (p != NULL && !is_early(p))
        real_free(p);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return fails("alloc", ENOMEM) ? NULL : real_aligned_alloc(alignment, size);
}

void *memalign(size_t alignment, size_t size)
{
    return fails("alloc", ENOMEM) ? NULL : real_memalign(alignment, size);
}

int posix_memalign(void **p, size_t alignment, size_t size)
{
    return fails("alloc", ENOMEM) ? ENOMEM
                                  : real_posix_memalign(p, alignment, size);
}

ssize_t write(int fd, const void *bytes, size_t len)
{
    /* A full disk takes what still fits. */
    if (len > 1 && fault.armed && counts(fault.calls, "short-write") &&
        fd > STDERR_FILENO)
        len = len / 2;
    return fails("write", ENOSPC) ? -1 : real_write(fd, bytes, len);
}

ssize_t pwrite(int fd, const void *bytes, size_t len, off_t at)
{
    return fails("pwrite", ENOSPC) ? -1 : real_pwrite(fd, bytes, len, at);
}

ssize_t read(int fd, void *bytes, size_t len)
{
    return fails("read", EIO) ? -1 : real_read(fd, bytes, len);
}

int fsync(int fd)
{
    return fails("fsync", EIO) ? -1 : real_fsync(fd);
}

/* As Linux does it: the descriptor is gone, whatever the answer. */
int close(int fd)
{
    const int closed = real_close(fd);

    return fails("close", EIO) ? -1 : closed;
}

static mode_t mode_of(int flags, va_list args)
{
    return (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
}

int open(const char *path, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = mode_of(flags, args);
    va_end(args);
    return fails("open", EACCES) ? -1 : real_open(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = mode_of(flags, args);
    va_end(args);
    return fails("openat", EACCES) ? -1
                                   : real_openat(folder, path, flags, mode);
}

int rename(const char *from, const char *to)
{
    return fails("rename", EIO) ? -1 : real_rename(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    return fails("rename", EIO)
               ? -1
               : real_renameat(from_folder, from, to_folder, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to,
           int flags)
{
    return fails("linkat", EPERM)
               ? -1
               : real_linkat(from_folder, from, to_folder, to, flags);
}

int unlinkat(int folder, const char *path, int flags)
{
    return fails("unlinkat", EIO) ? -1 : real_unlinkat(folder, path, flags);
}

int mkdir(const char *path, mode_t mode)
{
    return fails("mkdir", EACCES) ? -1 : real_mkdir(path, mode);
}

int fstat(int fd, struct stat *about)
{
    return fails("fstat", EIO) ? -1 : real_fstat(fd, about);
}

int pipe(int ends[2])
{
    return fails("pipe", EMFILE) ? -1 : real_pipe(ends);
}

int pipe2(int ends[2], int flags)
{
    return fails("pipe", EMFILE) ? -1 : real_pipe2(ends, flags);
}

int socketpair(int domain, int type, int protocol, int ends[2])
{
    return fails("pipe", EMFILE)
               ? -1
               : real_socketpair(domain, type, protocol, ends);
}

pid_t fork(void)
{
    return fails("fork", EAGAIN) ? -1 : real_fork();
}
