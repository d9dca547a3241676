/* syscall(2) is no part of POSIX. */
#define _GNU_SOURCE

#include "batch/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Headers of Debian 12 know Landlock as of Linux 5.19. */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

#define ACCESS_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define ACCESS_WRITE                                                           \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |             \
     LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE)
/* All that Landlock's first version can refuse: its lowest thirteen bits. */
#define LANDLOCK_FIRST ((1ULL << 13) - 1)

/* For libraries, stacks and what malloc cannot give back. */
#define SPARE_MEMORY ((size_t)512 * 1024 * 1024)

static int landlock_version(void)
{
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0,
                        LANDLOCK_CREATE_RULESET_VERSION);
}

/* Of the accesses that we want refused, those that this kernel can refuse.
   Moving files between folders needs no right of ours, and is always refused.
 */
static uint64_t handled(int version)
{
    enum { VERSION_TRUNCATE = 3 };

    return LANDLOCK_FIRST |
           (version >= VERSION_TRUNCATE ? LANDLOCK_ACCESS_FS_TRUNCATE : 0);
}

/* A folder that cannot be opened cannot be used either: whoever tries will say
   so. */
static bool allow(int ruleset, const char *folder, uint64_t access)
{
    struct landlock_path_beneath_attr rule = {.allowed_access = access};
    bool allowed;

    rule.parent_fd = open(folder[0] == '\0' ? "." : folder,
                          O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (rule.parent_fd < 0)
        return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
    allowed = syscall(SYS_landlock_add_rule, ruleset,
                      LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    (void)close(rule.parent_fd); /* opened as a name only */
    return allowed;
}

void confine_open(struct confinement *c, const struct batch_settings *settings,
                  const struct jobs *jobs, const char *const *templates,
                  size_t ntemplates)
{
    struct landlock_ruleset_attr attr = {0};
    const int version = landlock_version();
    bool whole = true;

    *c = (struct confinement){-1, settings->max_memory};
    if (version < 1)
        return;
    attr.handled_access_fs = handled(version);
    c->ruleset = (int)syscall(SYS_landlock_create_ruleset, &attr,
                              sizeof(attr.handled_access_fs), 0);
    if (c->ruleset < 0)
        return;
    for (size_t i = 0; whole && i < ntemplates; i++)
        whole = allow(c->ruleset, templates[i], ACCESS_READ);
    for (size_t i = 0; whole && i < jobs->count; i++)
        whole = allow(c->ruleset, jobs->items[i].folder, ACCESS_READ);
    if (whole && settings->out != NULL)
        whole = allow(c->ruleset, settings->out,
                      ACCESS_READ | (ACCESS_WRITE & attr.handled_access_fs));
    /* Half a set of rules would refuse what a report needs. */
    if (!whole)
        confine_close(c);
}

void confine_close(struct confinement *c)
{
    if (c->ruleset >= 0)
        (void)close(c->ruleset); /* holds no data */
    c->ruleset = -1;
}

#if defined(__x86_64__)
#define THIS_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCH AUDIT_ARCH_AARCH64
#else
#define THIS_ARCH 0 /* no filter: its numbers are not known */
#endif

#define LOAD(field)                                                            \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define IF(test, value, yes, no)                                               \
    BPF_JUMP(BPF_JMP | (test) | BPF_K, (uint32_t)(value), yes, no)
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* What nobody needs who reads reports and writes files, and what Landlock
   does not refuse, or did not from its beginning. */
static const int refused[] = {
    /* to talk to others, or to become or to make another process */
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_shmget,
    SYS_shmat,
    SYS_msgget,
    SYS_semget,
    SYS_mq_open,
    SYS_execve,
    SYS_execveat,
    SYS_clone,
    SYS_clone3,
    /* to touch other processes */
    SYS_kill,
    SYS_tkill,
    SYS_rt_sigqueueinfo,
    SYS_rt_tgsigqueueinfo,
    SYS_pidfd_open,
    SYS_pidfd_send_signal,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_prlimit64,
    /* to change what is known of a file */
    SYS_truncate,
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_utimensat,
    SYS_setxattr,
    SYS_lsetxattr,
    SYS_fsetxattr,
    SYS_removexattr,
    SYS_lremovexattr,
    SYS_fremovexattr,
    SYS_name_to_handle_at,
    SYS_open_by_handle_at,
    /* to change the system: what root may do, who has no new privileges to
       gain, but has the old ones */
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_unshare,
    SYS_setns,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_kexec_load,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_io_uring_setup,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_reboot,
    SYS_swapon,
    SYS_swapoff,
    SYS_settimeofday,
    SYS_clock_settime,
    SYS_clock_adjtime,
    SYS_adjtimex,
    SYS_sethostname,
    SYS_setdomainname,
    SYS_acct,
#ifdef __x86_64__
    SYS_fork,
    SYS_vfork,
    SYS_chmod,
    SYS_chown,
    SYS_lchown,
    SYS_utime,
    SYS_utimes,
    SYS_futimesat,
    SYS_iopl,
    SYS_ioperm,
    SYS_kexec_file_load,
#endif
};

#define NREFUSED (sizeof(refused) / sizeof(refused[0]))

/*
 * Calls of another architecture have other numbers: they are all refused, as
 * are those of x32, which begin at bit 30. A signal may go to nobody but the
 * process itself, which abort() needs; nothing may be typed into a terminal.
 */
static bool refuse_calls(void)
{
    enum { X32 = 0x40000000 };
    const struct sock_filter head[] = {
        LOAD(arch), IF(BPF_JEQ, THIS_ARCH, 1, 0), REFUSE,
        LOAD(nr),   IF(BPF_JGE, X32, 0, 1),       REFUSE,
    };
    const struct sock_filter tail[] = {
        IF(BPF_JEQ, SYS_tgkill, 0, 4),
        LOAD(args[0]),
        IF(BPF_JEQ, getpid(), 0, 1),
        ALLOW,
        REFUSE,
        IF(BPF_JEQ, SYS_ioctl, 0, 3),
        LOAD(args[1]),
        IF(BPF_JEQ, TIOCSTI, 0, 1),
        REFUSE,
        ALLOW,
    };
    enum { HEAD = sizeof(head) / sizeof(head[0]) };
    enum { TAIL = sizeof(tail) / sizeof(tail[0]) };
    struct sock_filter filter[HEAD + 2 * NREFUSED + TAIL];
    const struct sock_fprog program = {sizeof(filter) / sizeof(filter[0]),
                                       filter};

    memcpy(filter, head, sizeof(head));
    for (size_t i = 0; i < NREFUSED; i++) {
        filter[HEAD + 2 * i] =
            (struct sock_filter)IF(BPF_JEQ, refused[i], 0, 1);
        filter[HEAD + 2 * i + 1] = (struct sock_filter)REFUSE;
    }
    memcpy(filter + HEAD + 2 * NREFUSED, tail, sizeof(tail));
    return THIS_ARCH != 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* Of what root may do, only to read and write where others may: reports and
   outputs may belong to somebody else. */
static bool drop_capabilities(void)
{
    static const uint32_t kept =
        1U << CAP_DAC_OVERRIDE | 1U << CAP_DAC_READ_SEARCH | 1U << CAP_FOWNER;
    struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3];

    if (syscall(SYS_capget, &head, sets) != 0)
        return false;
    for (size_t i = 0; i < _LINUX_CAPABILITY_U32S_3; i++) {
        sets[i].permitted &= i == 0 ? kept : 0;
        sets[i].effective &= sets[i].permitted;
        sets[i].inheritable = 0;
    }
    return syscall(SYS_capset, &head, sets) == 0;
}

/* The address space that is in use already; 0 when /proc does not say. */
static size_t address_space(void)
{
    unsigned long pages = 0;
    FILE *f = fopen("/proc/self/statm", "re");

    if (f == NULL)
        return 0;
    if (fscanf(f, "%lu", &pages) != 1)
        pages = 0;
    (void)fclose(f); /* read only */
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* Never above what whoever started us allows. */
static bool limit(__rlimit_resource_t resource, rlim_t value)
{
    struct rlimit r;

    if (getrlimit(resource, &r) != 0)
        return false;
    if (r.rlim_max == RLIM_INFINITY || r.rlim_max > value)
        r.rlim_max = value;
    if (r.rlim_cur == RLIM_INFINITY || r.rlim_cur > r.rlim_max)
        r.rlim_cur = r.rlim_max;
    return setrlimit(resource, &r) == 0;
}

/* A report has its limit twice: its arenas count what they hand out, libraries
   what they take beside it, which is seldom more. */
static bool limit_all(size_t max_memory)
{
    const size_t now = address_space();

    return now > 0 && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_AS, now + 2 * max_memory + SPARE_MEMORY);
}

unsigned confine_enter(const struct confinement *c)
{
    unsigned missing = 0;

    if (!limit_all(c->max_memory) || !drop_capabilities())
        missing |= MISSING_LIMITS;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return missing | MISSING_LANDLOCK | MISSING_CALL_FILTER;
    if (c->ruleset < 0 ||
        syscall(SYS_landlock_restrict_self, c->ruleset, 0) != 0)
        missing |= MISSING_LANDLOCK;
    if (!refuse_calls())
        missing |= MISSING_CALL_FILTER;
    return missing;
}
