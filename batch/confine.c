/* syscall(2) is no part of POSIX. */
#define _GNU_SOURCE

#include "batch/confine.h"
#include "batch/beside.h"
#include "batch/call_filter.h"
#include "batch/close_all_but.h"
#include "core/base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Headers of Debian 12 know Landlock as of Linux 5.19. What came later, and
   with which version. */
enum {
    VERSION_TRUNCATE = 3,
    VERSION_CONNECTIONS = 4,
    VERSION_DEVICES = 5,
    VERSION_SCOPES = 6,
};
#define FS_TRUNCATE (1ULL << 14)
#define FS_IOCTL_DEV (1ULL << 15)
#define NET_ALL (1ULL << 0 | 1ULL << 1)   /* to bind, to connect */
#define SCOPE_ALL (1ULL << 0 | 1ULL << 1) /* abstract sockets, signals */

struct landlock_rules {
    uint64_t handled_access_fs;
    uint64_t handled_access_net;
    uint64_t scoped;
};

#define ACCESS_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
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
static struct landlock_rules accesses_handled(int version)
{
    struct landlock_rules r = {.handled_access_fs = LANDLOCK_FIRST};

    if (version >= VERSION_TRUNCATE)
        r.handled_access_fs |= FS_TRUNCATE;
    if (version >= VERSION_CONNECTIONS)
        r.handled_access_net = NET_ALL;
    if (version >= VERSION_DEVICES)
        r.handled_access_fs |= FS_IOCTL_DEV;
    if (version >= VERSION_SCOPES)
        r.scoped = SCOPE_ALL;
    return r;
}

/* A kernel takes no more than it knows. -1: there is none. */
static int create_ruleset(int version, struct landlock_rules attr)
{
    size_t size = sizeof(attr.handled_access_fs);

    if (version >= VERSION_CONNECTIONS)
        size += sizeof(attr.handled_access_net);
    if (version >= VERSION_SCOPES)
        size += sizeof(attr.scoped);
    return (int)syscall(SYS_landlock_create_ruleset, &attr, size, 0);
}

/* A folder that cannot be opened cannot be used either: whoever tries will say
   so. */
static bool allow_folder(int ruleset, const char *folder, uint64_t access)
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

/* A folder, and no link to one. */
static bool allow_beside(int ruleset, const char *path)
{
    struct stat st;

    return path == NULL || lstat(path, &st) != 0 || !S_ISDIR(st.st_mode) ||
           allow_folder(ruleset, path, ACCESS_READ);
}

/* The report that the one in FOLDER belongs to, and that of the period before,
   may lie in folders beside it. */
static bool allow_named(int ruleset, struct beside *beside, const char *folder,
                        size_t memory)
{
    struct list paths;
    struct arena arena;
    bool allowed = true;

    arena_init(&arena, memory);
    paths = list_of(&arena, sizeof(const char *));
    beside_folders(beside, &arena, folder, &paths);
    for (size_t i = 0; allowed && i < paths.count; i++)
        allowed = allow_beside(ruleset, ((const char *const *)paths.items)[i]);
    arena_free(&arena);
    return allowed;
}

void confine_open(struct confinement *c, const struct batch_settings *settings,
                  const struct jobs *jobs, const char *const *templates,
                  size_t ntemplates)
{
    const int version = landlock_version();
    struct beside beside;
    bool whole = true;

    *c = (struct confinement){-1, settings->max_memory};
    if (version < 1)
        return;
    c->ruleset = create_ruleset(version, accesses_handled(version));
    if (c->ruleset < 0)
        return;
    for (size_t i = 0; whole && i < ntemplates; i++)
        whole = allow_folder(c->ruleset, templates[i], ACCESS_READ);
    beside_open(&beside, settings);
    for (size_t i = 0; whole && i < jobs->count; i++)
        whole = allow_folder(c->ruleset, jobs->items[i].folder, ACCESS_READ) &&
                allow_named(c->ruleset, &beside, jobs->items[i].folder,
                            settings->max_memory);
    beside_close(&beside);
    for (size_t i = 0; whole && i < settings->nroots; i++)
        whole = allow_folder(c->ruleset, settings->roots[i], ACCESS_READ);
    if (whole && settings->out != NULL)
        whole = allow_folder(c->ruleset, settings->out, ACCESS_READ);
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
static bool limit_resource(__rlimit_resource_t resource, rlim_t value)
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

    return now > 0 && limit_resource(RLIMIT_CORE, 0) &&
           limit_resource(RLIMIT_FSIZE, max_memory) &&
           limit_resource(RLIMIT_AS, now + 2 * max_memory + SPARE_MEMORY);
}

unsigned confine_enter(const struct confinement *c, int kept)
{
    unsigned missing = 0;

    if (!limit_all(c->max_memory) || !drop_capabilities())
        missing |= MISSING_LIMITS;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        missing |= MISSING_LANDLOCK | MISSING_CALL_FILTER;
    else if (c->ruleset < 0 ||
             syscall(SYS_landlock_restrict_self, c->ruleset, 0) != 0)
        missing |= MISSING_LANDLOCK;
    close_all_but(kept);
    if ((missing & MISSING_CALL_FILTER) == 0 && !call_filter_enter())
        missing |= MISSING_CALL_FILTER;
    return missing;
}
