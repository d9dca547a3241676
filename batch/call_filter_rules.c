/*
 * call_filter_rules.c - a program of the build's own: writes the calls that a
 * worker may make as the kernel's filter, for call_filter.c to take in.
 *
 *   call_filter_rules >call_filter.inc
 *
 * libseccomp knows the numbers that an architecture gives to names. It is asked
 * here and not by the workers: when memory runs short it ends a process or
 * turns for ever (2.5.4), where a worker has a message to send.
 */

/* F_DUPFD_CLOEXEC and TCGETS are no part of every standard. */
#define _GNU_SOURCE

#include "batch/call_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

/* What libc and the libraries call under several names, by architecture and
   version, stands under each of them. */
static const int allowed[] = {
    /* memory */
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(getrandom),
    /* to read below folders; Landlock knows which */
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(_llseek),
    SCMP_SYS(fstat),
    SCMP_SYS(fstat64),
    SCMP_SYS(stat),
    SCMP_SYS(stat64),
    SCMP_SYS(lstat),
    SCMP_SYS(lstat64),
    SCMP_SYS(newfstatat),
    SCMP_SYS(fstatat64),
    SCMP_SYS(statx),
    SCMP_SYS(readlink), /* realpath() needs these */
    SCMP_SYS(readlinkat),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents),
    SCMP_SYS(getdents64),
    /* to write the files that it was given */
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(fsync),
    SCMP_SYS(close),
    /* to hear from its parent, and to tell it */
    SCMP_SYS(recvmsg),
    SCMP_SYS(send),
    /* time, locks of libc, and its end */
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_gettime64),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(sysinfo),
    SCMP_SYS(futex),
    SCMP_SYS(futex_time64),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

/* A call that is allowed when one of its arguments is as it must be. */
struct call_use {
    int call;
    struct scmp_arg_cmp when;
};

static bool allow_all(scmp_filter_ctx filter)
{
    for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0) != 0)
            return false;
    }
    return true;
}

static bool allow_uses(scmp_filter_ctx filter)
{
    const struct call_use uses[] = {
        /* Before Linux 6.2 Landlock lets who may read a file cut it off. */
        {SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, O_TRUNC, 0)},
        {SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, O_TRUNC, 0)},
        /* Not those that have signals sent to any process. */
        {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFL, 0)},
        {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFD, 0)},
        {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_SETFD, 0)},
        {SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_DUPFD_CLOEXEC, 0)},
        {SCMP_SYS(fcntl64), SCMP_A1(SCMP_CMP_EQ, F_GETFL, 0)},
        {SCMP_SYS(fcntl64), SCMP_A1(SCMP_CMP_EQ, F_GETFD, 0)},
        {SCMP_SYS(fcntl64), SCMP_A1(SCMP_CMP_EQ, F_SETFD, 0)},
        {SCMP_SYS(fcntl64), SCMP_A1(SCMP_CMP_EQ, F_DUPFD_CLOEXEC, 0)},
        /* Whether something is a terminal. */
        {SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, TCGETS, 0)},
        {SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)},
        {SCMP_SYS(mmap2), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)},
        {SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)},
        /* To whoever is at the other end, and nobody by name. */
        {SCMP_SYS(sendto), SCMP_A4(SCMP_CMP_EQ, 0, 0)},
        /* abort() */
        {SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, CALL_FILTER_SELF, 0)},
    };

    for (size_t i = 0; i < sizeof(uses) / sizeof(uses[0]); i++) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, uses[i].call, 1,
                             uses[i].when) != 0)
            return false;
    }
    return true;
}

/* FILE holds the filter as the kernel takes it: an instruction a line of C. */
static bool write_instructions(FILE *file)
{
    struct sock_filter x;
    unsigned selves = 0;

    while (fread(&x, sizeof(x), 1, file) == 1) {
        selves +=
            x.code == (BPF_JMP | BPF_JEQ | BPF_K) && x.k == CALL_FILTER_SELF;
        if (printf("    {0x%02x, %u, %u, 0x%08x},\n", x.code, x.jt, x.jf, x.k) <
            0)
            return false;
    }
    return !ferror(file) && selves == 1;
}

static bool export_filter(scmp_filter_ctx filter)
{
    FILE *file = tmpfile();
    bool done;

    if (file == NULL)
        return false;
    done = seccomp_export_bpf(filter, fileno(file)) == 0;
    rewind(file);
    done = done && write_instructions(file) && fflush(stdout) == 0;
    return fclose(file) == 0 && done;
}

int main(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool done;

    if (filter == NULL)
        return 1;
    /* Calls of another architecture, and those of x32, are refused alike. */
    done = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH,
                            SCMP_ACT_ERRNO(EPERM)) == 0 &&
           allow_all(filter) && allow_uses(filter) && export_filter(filter);
    seccomp_release(filter);
    if (!done)
        (void)fputs("the filter of calls cannot be made\n", stderr);
    return done ? 0 : 1;
}
