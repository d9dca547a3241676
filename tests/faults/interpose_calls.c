/*
 * interpose_calls.c - the calls to the system that can be made to fail, each
 * with the name under which FAULT_CALLS counts it and the errno that a system
 * in trouble would give. tests/faults/calls.py proves that none is missing.
 */
#define _GNU_SOURCE
#include "tests/faults/interpose.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * A function that answers FAILED with errno set to ERROR when a call of the
 * name COUNTED is to fail, and otherwise is the one of its name behind us.
 */
#define CALL(counted, error, failed, type, name, parameters, arguments)        \
    static type(*real_##name) parameters;                                      \
    type name parameters;                                                      \
    type name parameters                                                       \
    {                                                                          \
        return interpose_fails(counted, error) ? (failed)                      \
                                               : real_##name arguments;        \
    }

/* clang-format off */
CALL("fsync", EIO, -1, int, fsync,
     (int fd),
     (fd))
CALL("open", EACCES, -1, int, __open_2,
     (const char *path, int flags),
     (path, flags))
CALL("openat", EACCES, -1, int, __openat_2,
     (int folder, const char *path, int flags),
     (folder, path, flags))
CALL("fopen", EACCES, NULL, FILE *, fopen,
     (const char *path, const char *mode),
     (path, mode))
CALL("opendir", EACCES, NULL, DIR *, opendir,
     (const char *path),
     (path))
CALL("opendir", EMFILE, NULL, DIR *, fdopendir,
     (int fd),
     (fd))
CALL("readdir", EIO, NULL, struct dirent *, readdir,
     (DIR *dir),
     (dir))
CALL("scandir", EACCES, -1, int, scandir,
     (const char *path, struct dirent ***list, int (*take)(const struct dirent *), int (*order)(const struct dirent **, const struct dirent **)),
     (path, list, take, order))
CALL("read", EIO, -1, ssize_t, read,
     (int fd, void *bytes, size_t len),
     (fd, bytes, len))
CALL("read", EIO, -1, ssize_t, __read_chk,
     (int fd, void *bytes, size_t len, size_t room),
     (fd, bytes, len, room))
CALL("pread", EIO, -1, ssize_t, pread,
     (int fd, void *bytes, size_t len, off_t at),
     (fd, bytes, len, at))
CALL("fread", EIO, 0, size_t, fread,
     (void *bytes, size_t size, size_t count, FILE *file),
     (bytes, size, count, file))
CALL("pwrite", ENOSPC, -1, ssize_t, pwrite,
     (int fd, const void *bytes, size_t len, off_t at),
     (fd, bytes, len, at))
CALL("rename", EIO, -1, int, rename,
     (const char *from, const char *to),
     (from, to))
CALL("rename", EIO, -1, int, renameat,
     (int from_folder, const char *from, int to_folder, const char *to),
     (from_folder, from, to_folder, to))
CALL("linkat", EPERM, -1, int, linkat,
     (int from_folder, const char *from, int to_folder, const char *to, int flags),
     (from_folder, from, to_folder, to, flags))
CALL("unlinkat", EIO, -1, int, unlinkat,
     (int folder, const char *path, int flags),
     (folder, path, flags))
CALL("mkdir", EACCES, -1, int, mkdir,
     (const char *path, mode_t mode),
     (path, mode))
CALL("mkdir", EACCES, -1, int, mkdirat,
     (int folder, const char *path, mode_t mode),
     (folder, path, mode))
CALL("fstat", EIO, -1, int, fstat,
     (int fd, struct stat *about),
     (fd, about))
CALL("stat", EACCES, -1, int, stat,
     (const char *path, struct stat *about),
     (path, about))
CALL("stat", EACCES, -1, int, lstat,
     (const char *path, struct stat *about),
     (path, about))
CALL("stat", EACCES, -1, int, access,
     (const char *path, int how),
     (path, how))
CALL("stat", EACCES, -1, int, faccessat,
     (int folder, const char *path, int how, int flags),
     (folder, path, how, flags))
CALL("realpath", EACCES, NULL, char *, realpath,
     (const char *path, char *real),
     (path, real))
CALL("realpath", EACCES, NULL, char *, __realpath_chk,
     (const char *path, char *real, size_t room),
     (path, real, room))
CALL("readlink", EACCES, -1, ssize_t, readlink,
     (const char *path, char *target, size_t size),
     (path, target, size))
CALL("flock", ENOLCK, -1, int, flock,
     (int fd, int how),
     (fd, how))
CALL("ftruncate", EIO, -1, int, ftruncate,
     (int fd, off_t len),
     (fd, len))
CALL("pipe", EMFILE, -1, int, pipe,
     (int ends[2]),
     (ends))
CALL("pipe", EMFILE, -1, int, pipe2,
     (int ends[2], int flags),
     (ends, flags))
CALL("pipe", EMFILE, -1, int, socketpair,
     (int domain, int type, int protocol, int ends[2]),
     (domain, type, protocol, ends))
CALL("fork", EAGAIN, -1, pid_t, fork,
     (void),
     ())
CALL("send", EPIPE, -1, ssize_t, send,
     (int fd, const void *bytes, size_t len, int flags),
     (fd, bytes, len, flags))
CALL("send", EPIPE, -1, ssize_t, sendmsg,
     (int fd, const struct msghdr *message, int flags),
     (fd, message, flags))
CALL("recv", ENOMEM, -1, ssize_t, recvmsg,
     (int fd, struct msghdr *message, int flags),
     (fd, message, flags))
CALL("stat", EACCES, -1, int, fstatat,
     (int folder, const char *name, struct stat *about, int flags),
     (folder, name, about, flags))
CALL("recv", ENOMEM, -1, ssize_t, recv,
     (int fd, void *bytes, size_t len, int flags),
     (fd, bytes, len, flags))
CALL("recv", ENOMEM, -1, ssize_t, __recv_chk,
     (int fd, void *bytes, size_t len, size_t room, int flags),
     (fd, bytes, len, room, flags))
CALL("poll", ENOMEM, -1, int, poll,
     (struct pollfd *fds, nfds_t nfds, int ms),
     (fds, nfds, ms))
CALL("poll", ENOMEM, -1, int, __poll_chk,
     (struct pollfd *fds, nfds_t nfds, int ms, size_t room),
     (fds, nfds, ms, room))
CALL("wait", ECHILD, -1, pid_t, waitpid,
     (pid_t pid, int *how, int flags),
     (pid, how, flags))
CALL("wait", ECHILD, -1, int, waitid,
     (idtype_t what, id_t pid, siginfo_t *info, int flags),
     (what, pid, info, flags))
CALL("kill", EPERM, -1, int, kill,
     (pid_t pid, int number),
     (pid, number))
CALL("signal", EINVAL, -1, int, sigaction,
     (int number, const struct sigaction *act, struct sigaction *old),
     (number, act, old))
CALL("signal", EINVAL, -1, int, sigprocmask,
     (int how, const sigset_t *set, sigset_t *old),
     (how, set, old))
CALL("signalfd", EMFILE, -1, int, signalfd,
     (int fd, const sigset_t *set, int flags),
     (fd, set, flags))
CALL("limit", EPERM, -1, int, getrlimit,
     (__rlimit_resource_t resource, struct rlimit *limit),
     (resource, limit))
CALL("limit", EPERM, -1, int, setrlimit,
     (__rlimit_resource_t resource, const struct rlimit *limit),
     (resource, limit))
/* clang-format on */

static ssize_t (*real_write)(int fd, const void *bytes, size_t len);
static int (*real_close)(int fd);
static int (*real_open)(const char *path, int flags, ...);
static int (*real_openat)(int folder, const char *path, int flags, ...);
static int (*real_prctl)(int option, ...);
static long (*real_syscall)(long number, ...);

ssize_t write(int fd, const void *bytes, size_t len)
{
    /* A full disk takes what still fits. */
    if (len > 1 && interpose_counts("short-write") && fd > STDERR_FILENO)
        len = len / 2;
    return interpose_fails("write", ENOSPC) ? -1 : real_write(fd, bytes, len);
}

/* As Linux does it: the descriptor is gone, whatever the answer. */
int close(int fd)
{
    const int closed = real_close(fd);

    return interpose_fails("close", EIO) ? -1 : closed;
}

static mode_t mode_of(int flags, va_list args)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(args, mode_t) : 0;
}

int open(const char *path, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = mode_of(flags, args);
    va_end(args);
    return interpose_fails("open", EACCES) ? -1 : real_open(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list args;
    mode_t mode;

    va_start(args, flags);
    mode = mode_of(flags, args);
    va_end(args);
    return interpose_fails("openat", EACCES)
               ? -1
               : real_openat(folder, path, flags, mode);
}

int prctl(int option, ...)
{
    unsigned long a[4];
    va_list args;

    va_start(args, option);
    for (size_t i = 0; i < 4; i++)
        a[i] = va_arg(args, unsigned long);
    va_end(args);
    return interpose_fails("prctl", EINVAL)
               ? -1
               : real_prctl(option, a[0], a[1], a[2], a[3]);
}

long syscall(long number, ...)
{
    long a[6];
    va_list args;

    va_start(args, number);
    for (size_t i = 0; i < 6; i++)
        a[i] = va_arg(args, long);
    va_end(args);
    return interpose_fails("syscall", ENOSYS)
               ? -1
               : real_syscall(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

void interpose_find_calls(void)
{
#define FIND(name) interpose_find(#name, &real_##name)
    FIND(fsync);
    FIND(__open_2);
    FIND(__openat_2);
    FIND(fopen);
    FIND(opendir);
    FIND(fdopendir);
    FIND(readdir);
    FIND(scandir);
    FIND(read);
    FIND(__read_chk);
    FIND(pread);
    FIND(fread);
    FIND(pwrite);
    FIND(rename);
    FIND(renameat);
    FIND(linkat);
    FIND(unlinkat);
    FIND(mkdir);
    FIND(mkdirat);
    FIND(fstat);
    FIND(stat);
    FIND(lstat);
    FIND(access);
    FIND(faccessat);
    FIND(realpath);
    FIND(__realpath_chk);
    FIND(readlink);
    FIND(flock);
    FIND(ftruncate);
    FIND(pipe);
    FIND(pipe2);
    FIND(socketpair);
    FIND(fork);
    FIND(send);
    FIND(sendmsg);
    FIND(recvmsg);
    FIND(fstatat);
    FIND(recv);
    FIND(__recv_chk);
    FIND(poll);
    FIND(__poll_chk);
    FIND(waitpid);
    FIND(waitid);
    FIND(kill);
    FIND(sigaction);
    FIND(sigprocmask);
    FIND(signalfd);
    FIND(getrlimit);
    FIND(setrlimit);
    FIND(write);
    FIND(close);
    FIND(open);
    FIND(openat);
    FIND(prctl);
    FIND(syscall);
}
