#include "batch/out_folder.h"
#include "batch/outfile.h"
#include "batch/shard_folder.h"
#include "core/base/ascii.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { PID_SIZE = 32 };

static enum status cannot(const struct observer *observer, const char *path,
                          const char *name, const char *step, int why)
{
    observer_cannot(observer, path, name, step, why);
    return outfile_status(why);
}

/* Who has the lock, as it wrote down; empty when it has not yet. */
static void read_holder(int lock, char holder[PID_SIZE])
{
    const ssize_t n = pread(lock, holder, PID_SIZE - 1, 0);
    size_t len = 0;

    while (n > 0 && len < (size_t)n && is_digit(holder[len]))
        len++;
    holder[len] = '\0';
}

/* For the message of others only: it may fail. A shard may run on any of
   several machines, where the number of a process tells nothing. */
static void write_holder(int lock, bool shard)
{
    if (ftruncate(lock, 0) == 0 && !shard)
        (void)dprintf(lock, "%ld\n", (long)getpid());
}

static bool lock_now(int lock, int how)
{
    int r;

    do {
        r = flock(lock, how);
    } while (r != 0 && errno == EINTR);
    return r == 0;
}

/* Which lock it is, in a folder that is open. */
struct folder_lock {
    int folder;
    const char *name;
    const char *what; /* that has it, where it is not to be had */
    bool shared;
};

static enum status refuse_busy(const struct batch_settings *s,
                               const struct observer *observer,
                               const char *what, const char *holder)
{
    observer_error(observer, "%s: %s%s%s writes here; --wait waits for its end",
                   s->out, what, holder[0] == '\0' ? "" : " of process ",
                   holder);
    return ST_BUSY;
}

static enum status cannot_lock(const struct batch_settings *s,
                               const struct observer *observer,
                               const char *name, int why)
{
    observer_error(observer,
                   "%s/%s: error: cannot lock: %s: the folder of the outputs "
                   "must be on a file system with locks",
                   s->out, name, strerror(why));
    return ST_CREATE;
}

static enum status take_lock(const struct batch_settings *s,
                             const struct observer *observer,
                             const struct folder_lock *lock, int *fd)
{
    const int how = lock->shared ? LOCK_SH : LOCK_EX;
    char holder[PID_SIZE];

    /* Whoever else may write here cannot have us write elsewhere. */
    *fd = openat(lock->folder, lock->name,
                 O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (*fd < 0)
        return cannot(observer, s->out, lock->name, "create", errno);
    if (!lock_now(*fd, how | LOCK_NB)) {
        if (errno != EWOULDBLOCK)
            return cannot_lock(s, observer, lock->name, errno);
        read_holder(*fd, holder);
        if (!s->wait)
            return refuse_busy(s, observer, lock->what, holder);
        observer_line(observer, PRIORITY_INFO, "%s: waiting for %s%s%s", s->out,
                      lock->what, holder[0] == '\0' ? "" : " of process ",
                      holder);
        if (!lock_now(*fd, how))
            return cannot_lock(s, observer, lock->name, errno);
    }
    write_holder(*fd, s->shard.count > 0);
    return ST_OK;
}

/* A shard's own folder and lock, while other shards have theirs. */
static enum status take_shard(const struct batch_settings *s,
                              const struct observer *observer,
                              struct out_folder *f)
{
    struct folder_lock lock = {-1, SHARD_LOCK_NAME, "a run of the same shard",
                               false};
    enum status st;

    f->stage = shard_folder_make(&s->shard, f->fd, f->path, observer, &st);
    if (st != ST_OK)
        return st;
    lock.folder = f->stage;
    st = take_lock(s, observer, &lock, &f->shard_lock);
    /* It is not done any more. */
    if (st == ST_OK && unlinkat(f->stage, SHARD_RECORD_NAME, 0) != 0 &&
        errno != ENOENT)
        st = cannot(observer, f->path, SHARD_RECORD_NAME, "remove", errno);
    return st;
}

static enum status take_locks(const struct batch_settings *s,
                              const struct observer *observer,
                              struct out_folder *f)
{
    const bool shard = s->shard.count > 0;
    const struct folder_lock lock = {
        .folder = f->fd,
        .name = OUT_LOCK_NAME,
        .what = "another run",
        .shared = shard,
    };
    const enum status st = take_lock(s, observer, &lock, &f->lock);

    f->stage = f->fd;
    return st == ST_OK && shard ? take_shard(s, observer, f) : st;
}

/* Temporary files of processes that are no more. What cannot be removed harms
   nobody, and the next run tries again. */
static void sweep(const struct out_folder *folder)
{
    const int fd =
        openat(folder->stage, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    const struct dirent *entry;

    if (dir == NULL) {
        if (fd >= 0)
            (void)close(fd);
        return;
    }
    while ((entry = readdir(dir)) != NULL) {
        if (outfile_is_temporary(str_of(entry->d_name)))
            (void)unlinkat(folder->stage, entry->d_name, 0);
    }
    (void)closedir(dir);
}

static void close_folder(struct out_folder *folder)
{
    if (folder->shard_lock >= 0)
        (void)close(folder->shard_lock);
    if (folder->stage >= 0 && folder->stage != folder->fd)
        (void)close(folder->stage);
    if (folder->lock >= 0)
        (void)close(folder->lock); /* what it says has no further use */
    if (folder->fd >= 0)
        (void)close(folder->fd);
    *folder = OUT_FOLDER_NONE;
}

/* Whoever publishes the folder would publish what the report was made from. */
static void doubt_report_folder(const struct out_folder *f,
                                const struct observer *observer)
{
    if (faccessat(f->fd, "report.xml", F_OK, 0) == 0)
        observer_line(observer, PRIORITY_WARNING,
                      "%s: warning: outputs stand beside a report.xml and its "
                      "data: -o DIR names a folder of their own, to be "
                      "published",
                      f->path);
}

enum status out_folder_open(const struct batch_settings *settings,
                            const struct observer *observer,
                            struct out_folder *folder)
{
    struct outfile_error error = {0};
    enum status st = outfile_folder(settings->out, &error);

    *folder = OUT_FOLDER_NONE;
    if (st == ST_NOMEM)
        return st;
    if (st != ST_OK)
        return cannot(observer, settings->out, "", error.step, error.error);
    folder->settings = settings;
    folder->observer = observer;
    folder->path = settings->out;
    folder->fd = open(settings->out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder->fd < 0)
        st = cannot(observer, settings->out, "", "open", errno);
    else
        st = take_locks(settings, observer, folder);
    if (st == ST_OK) {
        sweep(folder);
        doubt_report_folder(folder, observer);
    } else {
        close_folder(folder);
    }
    return st;
}

void out_folder_close(struct out_folder *folder)
{
    if (folder->path != NULL)
        sweep(folder);
    close_folder(folder);
}
