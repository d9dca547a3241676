#include "batch/outfile.h"

#include "batch/stop_signals.h"
#include "core/base/mem.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMPORARY_SIZE 256 /* NAME_MAX and its NUL */
#define TEMPORARY_STEM 200 /* bytes of the target's name that are kept */
#define ATTEMPTS_MAX 1000  /* names that are taken before we give up */
#define OLD_FIRST 500      /* the first name for what is to be put back */

/* One file on its way. The names are those of the temporary and of a second
   link to the old file, "" when there is none to remove. */
struct pending {
    char name[TEMPORARY_SIZE];
    char old[TEMPORARY_SIZE];
    bool fresh; /* there was no old file */
};

static enum status fail(struct outfile_error *error, const char *name,
                        const char *step, enum status st)
{
    *error = (struct outfile_error){name, step, errno, false};
    return st;
}

static bool write_all(int fd, struct str bytes)
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

static bool sync_all(int fd)
{
    int r;

    do {
        r = fsync(fd);
    } while (r != 0 && errno == EINTR);
    return r == 0;
}

/* Linux has closed the file even where it answers EINTR, and its bytes have
   been synced before. */
static bool close_all(int fd)
{
    return close(fd) == 0 || errno == EINTR;
}

/* Some file systems cannot sync a folder and say EINVAL. */
static bool sync_folder(int fd)
{
    return sync_all(fd) || errno == EINVAL;
}

/* The I-th name to try for a temporary file beside TARGET. */
static void name_temporary(char name[TEMPORARY_SIZE], const char *target,
                           unsigned long i)
{
    const unsigned long start = (unsigned long)getpid();

    (void)snprintf(name, TEMPORARY_SIZE, ".%.*s.%06lx.tmp", TEMPORARY_STEM,
                   target, (start * ATTEMPTS_MAX + i) & 0xffffffUL);
}

/* Mode 0666 less the umask is what fopen() would give; mkstemp() would not. */
static int open_temporary(int folder, const char *target, struct pending *p)
{
    static const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    int fd = -1;

    for (unsigned long i = 0; fd < 0 && i < OLD_FIRST; i++) {
        name_temporary(p->name, target, i);
        fd = openat(folder, p->name, flags, 0666);
        if (fd < 0 && errno != EEXIST && errno != EINTR)
            break;
    }
    if (fd < 0)
        p->name[0] = '\0';
    return fd;
}

bool outfile_is_temporary(struct str name)
{
    static const char form[] = ".XXXXXX.tmp"; /* after a dot and a name */
    const size_t len = sizeof(form) - 1;
    struct str end;

    if (name.len <= len + 1 || name.ptr[0] != '.')
        return false;
    end = str_from(name, name.len - len);
    for (size_t i = 0; i < len; i++) {
        const bool hex = (end.ptr[i] >= '0' && end.ptr[i] <= '9') ||
                         (end.ptr[i] >= 'a' && end.ptr[i] <= 'f');

        if (form[i] == 'X' ? !hex : end.ptr[i] != form[i])
            return false;
    }
    return true;
}

/* Writes, syncs and closes one temporary file. */
static enum status put_temporary(int folder, const struct outfile *file,
                                 struct pending *p, struct outfile_error *error)
{
    const int fd = open_temporary(folder, file->name, p);
    enum status st = ST_OK;

    if (fd < 0)
        return fail(error, file->name, "create", ST_CREATE);
    if (!write_all(fd, file->bytes))
        st = fail(error, file->name, "write", ST_OUTPUT);
    else if (!sync_all(fd))
        st = fail(error, file->name, "sync", ST_OUTPUT);
    if (!close_all(fd) && st == ST_OK)
        st = fail(error, file->name, "close", ST_OUTPUT);
    return st;
}

/*
 * A second link to the file that TARGET is about to replace, so that it can be
 * put back. Some file systems have no links: then it cannot. Its name is never
 * that of a new file: were that taken away, the old one would be renamed in its
 * place, and nobody would notice.
 */
static void hold_old(int folder, const char *target, struct pending *p)
{
    bool held = false;

    for (unsigned long i = OLD_FIRST; !held && i < ATTEMPTS_MAX; i++) {
        name_temporary(p->old, target, i);
        held = linkat(folder, target, folder, p->old, 0) == 0;
        if (!held && errno != EEXIST && errno != EINTR)
            break;
    }
    p->fresh = !held && errno == ENOENT;
    if (!held)
        p->old[0] = '\0';
}

/* TARGET as it was. False when it cannot be had: its record is still the old
   one, so that the next run sees it. */
static bool put_back(int folder, const char *target, struct pending *p)
{
    if (p->fresh)
        return unlinkat(folder, target, 0) == 0;
    if (p->old[0] == '\0' || renameat(folder, p->old, folder, target) != 0)
        return false;
    p->old[0] = '\0';
    return true;
}

/* All of them, or, as far as the file system lets us, none. */
static enum status rename_all(int folder, const struct outfile *files,
                              size_t nfiles, struct pending *pending,
                              struct outfile_error *error)
{
    for (size_t i = 0; i < nfiles; i++) {
        enum status st;

        if (i + 1 < nfiles)
            hold_old(folder, files[i].name, &pending[i]);
        if (renameat(folder, pending[i].name, folder, files[i].name) == 0) {
            pending[i].name[0] = '\0';
            continue;
        }
        st = fail(error, files[i].name, "rename", ST_OUTPUT);
        while (i-- > 0) {
            if (!put_back(folder, files[i].name, &pending[i]))
                error->mixed = true;
        }
        return st;
    }
    return ST_OK;
}

static enum status put_all(int folder, const struct outfile *files,
                           size_t nfiles, struct pending *pending,
                           struct outfile_error *error)
{
    enum status st = ST_OK;

    for (size_t i = 0; i < nfiles && st == ST_OK; i++)
        st = put_temporary(folder, &files[i], &pending[i], error);
    if (st == ST_OK)
        st = rename_all(folder, files, nfiles, pending, error);
    if (st != ST_OK)
        return st;
    if (!sync_folder(folder))
        return fail(error, files[nfiles - 1].name, "sync folder", ST_OUTPUT);
    return ST_OK;
}

static int open_folder(const char *path)
{
    int fd;

    do {
        fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

enum status outfile_put(const char *folder, const struct outfile *files,
                        size_t nfiles, struct outfile_error *error)
{
    struct pending pending[OUTFILES_MAX] = {{.fresh = false}};
    sigset_t before;
    enum status st = ST_BUG;
    int fd;

    assert(nfiles > 0 && nfiles <= OUTFILES_MAX);
    for (size_t i = 0; i < nfiles; i++)
        assert(files[i].name[0] != '\0' && strchr(files[i].name, '/') == NULL);
    *error = (struct outfile_error){.error = 0};
    fd = open_folder(folder);
    if (fd < 0)
        return fail(error, folder, "open", ST_CREATE);
    stop_signals_hold(&before);
    st = put_all(fd, files, nfiles, pending, error);
    for (size_t i = 0; i < nfiles; i++) {
        if (pending[i].name[0] != '\0')
            (void)unlinkat(fd, pending[i].name, 0); /* the first fault counts */
        if (pending[i].old[0] != '\0')
            (void)unlinkat(fd, pending[i].old, 0);
    }
    if (!close_all(fd) && st == ST_OK)
        st = fail(error, folder, "close", ST_OUTPUT);
    stop_signals_release(&before);
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
    return made ? ST_OK : fail(error, folder, "create folder", ST_CREATE);
}
