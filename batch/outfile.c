#include "batch/outfile.h"

#include "batch/stop_signals.h"
#include "core/base/mem.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMPORARY_BEGIN ".councilpress."
#define TEMPORARY_END ".tmp"

/* One file on its way. */
struct pending_outfile {
    struct stat file;
    char old[OUTFILE_NAME_SIZE]; /* a second link to the old file; "": there is
                                    none */
    bool fresh;                  /* there was no old file */
};

/* A disk is full without bytes, or without room for one more file: some have
   only so many. */
static bool is_disk_full(int why)
{
    return why == ENOSPC || why == EDQUOT;
}

enum status outfile_status(int why)
{
    if (why == EMFILE || why == ENFILE || why == ENOMEM)
        return ST_NOMEM;
    return is_disk_full(why) ? ST_OUTPUT : ST_CREATE;
}

static enum status fail_outfile(struct outfile_error *error, const char *name,
                                const char *step, enum status st)
{
    *error = (struct outfile_error){name, step, errno, false};
    return st == ST_CREATE ? outfile_status(errno) : st;
}

static bool write_to_disk(int fd, struct str bytes)
{
    while (bytes.len > 0) {
        const ssize_t n = write(fd, bytes.ptr, bytes.len);

        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0)
            bytes = str_from(bytes, (size_t)n);
    }
    return true;
}

static bool sync_to_disk(int fd)
{
    int r;

    do {
        r = fsync(fd);
    } while (r != 0 && errno == EINTR);
    return r == 0;
}

/* Linux has closed the file even where it answers EINTR, and its bytes have
   been synced before. */
static bool close_written(int fd)
{
    return close(fd) == 0 || errno == EINTR;
}

void outfile_temporary(const char *stage, size_t i,
                       char name[OUTFILE_NAME_SIZE])
{
    (void)snprintf(name, OUTFILE_NAME_SIZE,
                   TEMPORARY_BEGIN "%s-%zu" TEMPORARY_END, stage, i);
}

bool outfile_is_temporary(struct str name)
{
    return str_starts(name, STR_LIT(TEMPORARY_BEGIN)) &&
           str_ends(name, STR_LIT(TEMPORARY_END));
}

/* Mode 0666 less the umask is what fopen() would give; mkstemp() would not. */
static int open_new_outfile(int folder, const char *name)
{
    static const int flags =
        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    int fd;

    do {
        fd = openat(folder, name, flags, 0666);
    } while (fd < 0 && (errno == EINTR ||
                        (errno == EEXIST && unlinkat(folder, name, 0) == 0)));
    return fd;
}

int outfile_create(int folder, const char *name)
{
    const int fd =
        openat(folder, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat about;

    if (fd < 0)
        return open_new_outfile(folder, name);
    if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode) &&
        about.st_nlink == 1 && about.st_size == 0)
        return fd;
    (void)close(fd); /* nothing was written */
    return open_new_outfile(folder, name);
}

enum status outfile_cannot_create(const char *shown,
                                  struct outfile_error *error)
{
    return fail_outfile(error, shown, "create", ST_CREATE);
}

enum status outfile_fill(int fd, const char *shown, struct str bytes, bool sync,
                         struct outfile_error *error)
{
    enum status st = ST_OK;

    *error = (struct outfile_error){.error = 0};
    if (!write_to_disk(fd, bytes))
        st = fail_outfile(error, shown, "write", ST_OUTPUT);
    else if (sync && !sync_to_disk(fd))
        st = fail_outfile(error, shown, "sync", ST_OUTPUT);
    if (!close_written(fd) && st == ST_OK)
        st = fail_outfile(error, shown, "close", ST_OUTPUT);
    return st;
}

/*
 * A second link, in the folder FROM, to the file that TARGET is about to
 * replace, so that it can be put back. Some file systems have no links: then it
 * cannot.
 */
static void hold_old(int from, int to, const char *target, size_t i,
                     struct pending_outfile *p)
{
    bool held;

    outfile_temporary("old", i, p->old);
    do {
        held = linkat(to, target, from, p->old, 0) == 0;
    } while (!held && (errno == EINTR ||
                       (errno == EEXIST && unlinkat(from, p->old, 0) == 0)));
    p->fresh = !held && errno == ENOENT;
    if (!held)
        p->old[0] = '\0';
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* True when FILE is TARGET from now on, whatever the call answers. */
static bool move_outfile(int from, const char *name, int to, const char *target,
                         const struct stat *file)
{
    const bool moved = renameat(from, name, to, target) == 0;
    const int why = errno;
    struct stat now;
    bool there;

    if (moved)
        return true;
    there = fstatat(to, target, &now, AT_SYMLINK_NOFOLLOW) == 0 &&
            is_same_file(&now, file) &&
            fstatat(from, name, &now, AT_SYMLINK_NOFOLLOW) != 0 &&
            errno == ENOENT;
    errno = why;
    return there;
}

/* Makes TARGET what it was. False when that fails: its record is then still the
   old one, so that the next run builds it again. */
static bool put_back(int from, int to, const char *target,
                     struct pending_outfile *p)
{
    struct stat old;

    if (p->fresh)
        return unlinkat(to, target, 0) == 0;
    if (p->old[0] == '\0' ||
        fstatat(from, p->old, &old, AT_SYMLINK_NOFOLLOW) != 0 ||
        !move_outfile(from, p->old, to, target, &old))
        return false;
    p->old[0] = '\0';
    return true;
}

/* All of them, or, as far as the file system lets us, none. */
static enum status move_all(int from, int to, const struct outfile_move *moves,
                            size_t nmoves, struct pending_outfile *pending,
                            struct outfile_error *error)
{
    for (size_t i = 0; i < nmoves; i++) {
        enum status st;

        if (i + 1 < nmoves)
            hold_old(from, to, moves[i].to, i, &pending[i]);
        if (move_outfile(from, moves[i].from, to, moves[i].to,
                         &pending[i].file))
            continue;
        st = fail_outfile(error, moves[i].to, "rename", ST_OUTPUT);
        while (i-- > 0) {
            if (!put_back(from, to, moves[i].to, &pending[i]))
                error->mixed = true;
        }
        return st;
    }
    return ST_OK;
}

/* Whoever wrote them may have put something else there. */
static enum status look_at_old_files(int from, const struct outfile_move *moves,
                                     size_t nmoves,
                                     struct pending_outfile *pending,
                                     struct outfile_error *error)
{
    for (size_t i = 0; i < nmoves; i++) {
        struct stat *file = &pending[i].file;

        if (fstatat(from, moves[i].from, file, AT_SYMLINK_NOFOLLOW) != 0)
            return fail_outfile(error, moves[i].to, "find", ST_OUTPUT);
        errno = EINVAL;
        if (!S_ISREG(file->st_mode) || file->st_nlink != 1)
            return fail_outfile(error, moves[i].to, "take", ST_OUTPUT);
    }
    return ST_OK;
}

enum status outfile_place(int from, int to, const struct outfile_move *moves,
                          size_t nmoves, struct outfile_error *error)
{
    struct pending_outfile pending[OUTFILES_MAX] = {{.fresh = false}};
    sigset_t before;
    enum status st;

    assert(nmoves > 0 && nmoves <= OUTFILES_MAX);
    *error = (struct outfile_error){.error = 0};
    stop_signals_hold(&before);
    st = look_at_old_files(from, moves, nmoves, pending, error);
    if (st == ST_OK)
        st = move_all(from, to, moves, nmoves, pending, error);
    for (size_t i = 0; i < nmoves; i++) {
        if (pending[i].old[0] != '\0')
            (void)unlinkat(from, pending[i].old, 0); /* the next run does it */
    }
    stop_signals_release(&before);
    return st;
}

/* Some file systems cannot sync a folder and say EINVAL. */
enum status outfile_sync(int folder, const char *shown,
                         struct outfile_error *error)
{
    *error = (struct outfile_error){.error = 0};
    return sync_to_disk(folder) || errno == EINVAL
               ? ST_OK
               : fail_outfile(error, shown, "sync folder", ST_OUTPUT);
}

enum status outfile_put(int folder, const char *name, struct str bytes,
                        struct outfile_error *error)
{
    char temporary[OUTFILE_NAME_SIZE];
    const struct outfile_move move = {temporary, name};
    enum status st;
    int fd;

    outfile_temporary("run", 0, temporary);
    fd = outfile_create(folder, temporary);
    if (fd < 0)
        return outfile_cannot_create(name, error);
    st = outfile_fill(fd, name, bytes, true, error);
    if (st == ST_OK)
        st = outfile_place(folder, folder, &move, 1, error);
    if (st == ST_OK)
        st = outfile_sync(folder, name, error);
    else
        (void)unlinkat(folder, temporary, 0); /* the first fault counts */
    return st;
}

enum status outfile_put_at(const char *folder, const char *name,
                           struct str bytes, struct outfile_error *error)
{
    const int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    enum status st;

    *error = (struct outfile_error){.error = 0};
    if (fd < 0)
        return fail_outfile(error, folder, "open", ST_CREATE);
    st = outfile_put(fd, name, bytes, error);
    (void)close(fd); /* it was synced */
    return st;
}

static bool is_folder(const char *path)
{
    struct stat s;

    if (stat(path, &s) != 0)
        return false;
    errno = ENOTDIR;
    return S_ISDIR(s.st_mode);
}

/* One folder whose parent is there. */
static bool make_folder(const char *path)
{
    return mkdir(path, 0777) == 0 || (errno == EEXIST && is_folder(path));
}

enum status outfile_folder(const char *folder, struct outfile_error *error)
{
    const size_t len = strlen(folder);
    char *path = mem_alloc(len + 1);
    bool made = true;

    *error = (struct outfile_error){.error = 0};
    if (path == NULL)
        return ST_NOMEM;
    memcpy(path, folder, len + 1);
    for (size_t i = 1; made && i <= len; i++) {
        if ((path[i] != '/' && path[i] != '\0') || path[i - 1] == '/')
            continue;
        path[i] = '\0';
        made = make_folder(path);
        path[i] = i < len ? '/' : '\0';
    }
    mem_free(path);
    return made ? ST_OK
                : fail_outfile(error, folder, "create folder", ST_CREATE);
}
