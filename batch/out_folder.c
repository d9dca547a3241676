#include "batch/out_folder.h"
#include "batch/outfile.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { PID_SIZE = 32 };

static bool is_full(int why)
{
    return why == ENOSPC || why == EDQUOT;
}

static enum status cannot(const struct observer *observer, const char *path,
                          const char *name, const char *step, int why)
{
    observer_error(observer, "%s%s%s: error: cannot %s: %s", path,
                   name[0] == '\0' ? "" : "/", name, step, strerror(why));
    if (why == EMFILE || why == ENFILE)
        return ST_NOMEM;
    return is_full(why) ? ST_OUTPUT : ST_CREATE;
}

/* Who has the lock, as it wrote down; empty when it has not yet. */
static void read_holder(int lock, char holder[PID_SIZE])
{
    const ssize_t n = pread(lock, holder, PID_SIZE - 1, 0);
    size_t len = 0;

    while (n > 0 && len < (size_t)n && holder[len] >= '0' && holder[len] <= '9')
        len++;
    holder[len] = '\0';
}

/* For the message of others only: it may fail. */
static void write_holder(int lock)
{
    if (ftruncate(lock, 0) == 0)
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

static enum status take_lock(const struct batch_settings *s,
                             const struct observer *observer,
                             struct out_folder *f)
{
    char holder[PID_SIZE];

    /* Whoever else may write here cannot have us write elsewhere. */
    f->lock = openat(f->fd, OUT_LOCK_NAME,
                     O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (f->lock < 0)
        return cannot(observer, f->path, OUT_LOCK_NAME, "create", errno);
    if (!lock_now(f->lock, LOCK_EX | LOCK_NB)) {
        if (errno != EWOULDBLOCK)
            return cannot(observer, f->path, OUT_LOCK_NAME, "lock", errno);
        read_holder(f->lock, holder);
        if (!s->wait) {
            observer_error(
                observer,
                "%s: another run%s%s writes here; --wait waits for its end",
                f->path, holder[0] == '\0' ? "" : " of process ", holder);
            return ST_BUSY;
        }
        observer_line(observer, PRIORITY_INFO,
                      "%s: waiting for another run%s%s", f->path,
                      holder[0] == '\0' ? "" : " of process ", holder);
        if (!lock_now(f->lock, LOCK_EX))
            return cannot(observer, f->path, OUT_LOCK_NAME, "lock", errno);
    }
    write_holder(f->lock);
    return ST_OK;
}

/* Temporary files of processes that are no more. What cannot be removed harms
   nobody, and the next run tries again. */
static void sweep(const struct out_folder *folder)
{
    const int fd = openat(folder->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    const struct dirent *entry;

    if (dir == NULL) {
        if (fd >= 0)
            (void)close(fd);
        return;
    }
    while ((entry = readdir(dir)) != NULL) {
        if (outfile_is_temporary(str_of(entry->d_name)))
            (void)unlinkat(folder->fd, entry->d_name, 0);
    }
    (void)closedir(dir);
}

static void close_folder(struct out_folder *folder)
{
    if (folder->lock >= 0)
        (void)close(folder->lock); /* what it says has no further use */
    if (folder->fd >= 0)
        (void)close(folder->fd);
    *folder = OUT_FOLDER_NONE;
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
    folder->path = settings->out;
    folder->fd = open(settings->out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder->fd < 0)
        st = cannot(observer, settings->out, "", "open", errno);
    else
        st = take_lock(settings, observer, folder);
    if (st == ST_OK)
        sweep(folder);
    else
        close_folder(folder);
    return st;
}

void out_folder_close(struct out_folder *folder)
{
    if (folder->path != NULL)
        sweep(folder);
    close_folder(folder);
}
