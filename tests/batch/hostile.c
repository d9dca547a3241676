/*
 * hostile.c - stands for a report that has taken over the process that builds
 * it: preloaded, it tries what such a process must not, and says how it went.
 *
 * HOSTILE_OUTSIDE is a folder with a file `old` that is no concern of the
 * report's, HOSTILE_REPORT the report's own, HOSTILE_OUT that of the outputs.
 */
#define _GNU_SOURCE

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <hpdf.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

#define SYS_NEW 440
#define FORMATS 2 /* PDF and HTML */

static void told(const char *what, int done)
{
    (void)dprintf(STDERR_FILENO, "%s: %s\n", what, done ? "done" : "refused");
}

/* The path of NAME in the folder that the environment calls FOLDER. */
static const char *in(const char *folder, const char *name)
{
    static char paths[2][4096];
    static unsigned n;
    char *path = paths[n++ % 2];

    (void)snprintf(path, sizeof(paths[0]), "%s/%s", getenv(folder), name);
    return path;
}

static int opens(const char *path, int flags)
{
    return open(path, flags, 0600) >= 0;
}

static void try_files(void)
{
    told("read", opens("/etc/passwd", O_RDONLY));
    told("read outside", opens(in("HOSTILE_OUTSIDE", "old"), O_RDONLY));
    told("read a process", opens("/proc/self/environ", O_RDONLY));
    told("read a folder", opendir("/") != NULL);
    told("read a device", opens("/dev/zero", O_RDONLY));
    told("write", opens(in("HOSTILE_OUTSIDE", "new"), O_WRONLY | O_CREAT));
    told("write over", opens(in("HOSTILE_OUTSIDE", "old"), O_WRONLY));
    told("write a report", opens(in("HOSTILE_REPORT", "report.xml"), O_WRONLY));
    told("cut off", truncate(in("HOSTILE_OUTSIDE", "old"), 0) == 0);
    told("remove", unlink(in("HOSTILE_OUTSIDE", "old")) == 0);
    told("remove a report", unlink(in("HOSTILE_REPORT", "report.xml")) == 0);
    told("move out", rename(in("HOSTILE_OUT", ".councilpress.lock"),
                            in("HOSTILE_OUTSIDE", "new")) == 0);
    told("link", link(in("HOSTILE_OUTSIDE", "old"),
                      in("HOSTILE_OUT", "hard.pdf")) == 0);
    told("symbolic link", symlink("/", in("HOSTILE_OUT", "soft.pdf")) == 0);
    told("pipe", mkfifo(in("HOSTILE_OUT", "fifo.pdf"), 0600) == 0);
    told("folder", mkdir(in("HOSTILE_OUT", "folder.pdf"), 0700) == 0);
    told("cut off by opening",
         opens(in("HOSTILE_REPORT", "report.xml"), O_RDONLY | O_TRUNC));
    told("write an output", opens(in("HOSTILE_OUT", "r01.pdf"), O_WRONLY));
    told("make an output",
         opens(in("HOSTILE_OUT", "new.pdf"), O_WRONLY | O_CREAT));
    told("write the manifest",
         opens(in("HOSTILE_OUT", "manifest.json"), O_WRONLY | O_CREAT));
    told("remove the lock",
         unlink(in("HOSTILE_OUT", ".councilpress.lock")) == 0);
    told("mode", chmod(in("HOSTILE_OUTSIDE", "old"), 0777) == 0);
    told("owner", chown(in("HOSTILE_OUTSIDE", "old"), 1, 1) == 0);
    told("times",
         utimensat(AT_FDCWD, in("HOSTILE_OUTSIDE", "old"), NULL, 0) == 0);
    told("attribute",
         setxattr(in("HOSTILE_OUTSIDE", "old"), "user.x", "", 0, 0) == 0);
}

/* Neither parent nor anybody else: signal 0 only asks whether one may. */
static void try_processes(void)
{
    const pid_t parent = getppid();
    cpu_set_t set;
    char byte = 0;
    struct iovec here = {&byte, 1};

    told("signal", kill(parent, 0) == 0);
    told("thread signal", syscall(SYS_tgkill, parent, parent, 0) == 0);
    told("trace", ptrace(PTRACE_SEIZE, parent, NULL, NULL) == 0);
    told("memory", process_vm_readv(parent, &here, 1, &here, 1, 0) >= 0 ||
                       errno == EFAULT);
    told("process descriptor", syscall(SYS_pidfd_open, parent, 0) >= 0);
    told("mount", mount("none", "/", "tmpfs", MS_RDONLY, NULL) == 0);
    told("root", chroot("/") == 0);
    told("host name", sethostname("x", 1) == 0);
    told("name space", syscall(SYS_unshare, 0x10000000) == 0);
    told("type", ioctl(STDIN_FILENO, TIOCSTI, "x") == 0 || errno != EPERM);
    told("priority", setpriority(PRIO_PROCESS, (id_t)parent, 19) == 0);
    told("processors", sched_getaffinity(parent, sizeof(set), &set) == 0);
    told("limits",
         syscall(SYS_prlimit64, parent, RLIMIT_CORE, NULL, NULL) == 0);
    told("session", setsid() >= 0);
    told("death signal", prctl(PR_SET_PDEATHSIG, 0) == 0);
    told("memory file", syscall(SYS_memfd_create, "x", 0) >= 0);
    told("watch", inotify_init() >= 0);
    told("program of memory",
         mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
              -1, 0) != MAP_FAILED);
    /* Calls that no list of refused ones would have known. */
    for (int call = SYS_NEW; call < SYS_NEW + 40; call++) {
        if (syscall(call, -1, -1, -1, -1, -1, -1) != -1 || errno != EPERM)
            told("new call", 1);
    }
    told("new call", 0);
    told("itself", syscall(SYS_tgkill, getpid(), getpid(), 0) != 0);
}

/* A signal that the kernel sends: to whom, it was told by fcntl(). */
static void try_kernels_signals(void)
{
    int ends[2];

    told("pipe of its own", pipe(ends) == 0);
    told("signal of input", fcntl(STDOUT_FILENO, F_SETSIG, SIGKILL) == 0);
    told("owner of input", fcntl(STDOUT_FILENO, F_SETOWN, getppid()) == 0);
    told("input by signal", fcntl(STDOUT_FILENO, F_SETFL, O_ASYNC) == 0);
    told("lock", fcntl(STDOUT_FILENO, F_SETLK, NULL) == 0);
}

/* What its parent has open: it has the way there, and the files it fills. */
static void try_inherited(void)
{
    int n = 0;

    for (int fd = STDERR_FILENO + 1; fd < 1000; fd++)
        n += fcntl(fd, F_GETFD) >= 0;
    told("inherited", n > 1 + FORMATS);
    told("lock of the run", flock(STDOUT_FILENO, LOCK_UN) == 0);
}

static void try_connections(void)
{
    int ends[2];

    told("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
    told("local socket", socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
    told("pair", socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    told("shared memory", syscall(SYS_shmget, 0, 4096, 0600) >= 0);
}

static void try_all(void)
{
    char *const words[] = {"true", NULL};
    pid_t child;

    try_inherited();
    try_files();
    try_processes();
    try_kernels_signals();
    try_connections();
    child = fork();
    if (child == 0)
        _exit(0);
    told("fork", child > 0);
    /* Done, it ends this process and with it the report. */
    (void)execv("/bin/true", words);
    told("exec", 0);
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
