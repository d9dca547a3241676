#include "input/file/file_in.h"
#include "core/base/arena.h"
#include "core/base/compose.h"
#include "core/base/digest.h"
#include "core/base/file.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"
#include "input/file/file_resolve.h"
#include "input/file/files_fitting.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEIGHBOURS_MAX 500 /* files looked among for the nearest name */

struct file_request {
    struct arena *arena;
    const char *folder;
    const char *name;
    const char *path;  /* both together */
    const char *shown; /* how a message names it */
    bool inside;
    struct place at;
    struct findings *findings;
};

/* What is not there, or is no file, is a fault of the file that names it. */
static enum status no_file(const struct file_request *q, const char *why)
{
    finding(q->findings, FINDING_NO_FILE, q->at, "cannot read `%s`: %s",
            q->shown, why);
    return q->inside && q->at.source != NULL ? ST_DATA : ST_NOINPUT;
}

/* The folder that NAME, which is not there, would lie in. */
static struct str folder_part(struct str name)
{
    while (name.len > 0 && name.ptr[name.len - 1] != '/')
        name.len--;
    return name;
}

/* Says which files there are beside one that is not, the nearest first. */
static void offer_neighbours(const struct file_request *q)
{
    const struct str within = folder_part(str_of(q->name));
    const char *folder =
        arena_printf(q->arena, "%s/%.*s", q->folder, STR_ARG(within)).ptr;
    struct str *names = arena_alloc(q->arena, NEIGHBOURS_MAX, sizeof(*names));
    struct dirent **entries = NULL;
    size_t count = 0;
    int n;

    if (folder == NULL || names == NULL)
        return;
    n = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        if (count < NEIGHBOURS_MAX && entries[i]->d_name[0] != '.')
            names[count++] = arena_printf(q->arena, "%.*s%s", STR_ARG(within),
                                          entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    if (count > 0)
        finding_nearest(q->findings, str_of(q->name), names, count);
}

/* The same as errno tells it: what may not be read, and what the system is
   short of, is nobody's fault who writes reports. */
static enum status cannot_read(const struct file_request *q)
{
    const int why = errno;
    const enum status st = no_file(q, strerror(why));

    if (why == ENOENT && q->inside)
        offer_neighbours(q);
    switch (why) {
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG: return st;
    case EMFILE:
    case ENFILE:
        finding_hint(q->findings, "raise the limit of open files (ulimit -n)");
        return ST_NOMEM;
    case ENOMEM: return ST_NOMEM;
    default: return ST_NOINPUT;
    }
}

static enum status changed(struct findings *findings, struct place at,
                           const char *shown)
{
    finding(findings, FINDING_CHANGED, at,
            "`%s` changed while the report was made from it", shown);
    finding_hint(findings, "run again when nobody writes to it");
    return ST_NOINPUT;
}

static enum status outside(const struct file_request *q, const char *why)
{
    finding(q->findings, FINDING_OUTSIDE, q->at, "`%s` %s", q->shown, why);
    finding_hint(q->findings,
                 "copy the file into the folder and name it there");
    return ST_DATA;
}

/* Whether a .. in NAME goes above where it starts, whatever is on disk. */
static bool climbs_out(struct str name)
{
    long depth = 0;

    while (name.len > 0 && depth >= 0) {
        const struct str part = str_cut(&name, '/');

        if (str_is(part, ".."))
            depth--;
        else if (part.len > 0 && !str_is(part, "."))
            depth++;
    }
    return depth < 0;
}

/* Opens REST below FOLDER one step at a time. A link in its way fails the step:
   what is opened lies within. O_NONBLOCK keeps a pipe from holding the run
   up. */
static int open_below(const char *folder, struct str rest)
{
    int at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    while (at >= 0 && rest.len > 0) {
        const struct str part = str_cut(&rest, '/');
        const int kind = rest.len > 0 ? O_DIRECTORY : O_NONBLOCK | O_NOCTTY;
        char step[NAME_MAX + 1];
        int next = -1;
        int why;

        errno = ENAMETOOLONG;
        if (part.len < sizeof(step)) {
            memcpy(step, part.ptr, part.len);
            step[part.len] = '\0';
            next = openat(at, step, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind);
        }
        why = errno;
        (void)close(at); /* opened for reading: nothing can be lost */
        errno = why;
        at = next;
    }
    return at;
}

/* The same of a name whose links must be followed first. */
static enum status open_linked(const struct file_request *q, int *fd)
{
    char real_folder[PATH_MAX];
    char real_path[PATH_MAX];
    struct str rest;

    if (!file_resolve(q->folder, q->path, real_folder, real_path, &rest))
        return cannot_read(q);
    if (rest.len == 0 && strcmp(real_folder, real_path) != 0)
        return outside(q, "is a link that leads out of the folder");
    *fd = open_below(real_folder, rest);
    return *fd < 0 ? cannot_read(q) : ST_OK;
}

/* Whether each part of NAME is one step down. */
static bool goes_down(struct str name)
{
    bool down = name.len > 0;

    while (name.len > 0 && down) {
        const struct str part = str_cut(&name, '/');

        down = part.len > 0 && !str_is(part, "..");
    }
    return down;
}

/* Where no link is in its way, NAME is opened as it is: to follow the links of
   a path asks for each of its folders. */
static enum status open_inside(const struct file_request *q, int *fd)
{
    if (!goes_down(str_of(q->name)))
        return open_linked(q, fd);
    *fd = open_below(q->folder, str_of(q->name));
    if (*fd < 0 && (errno == ELOOP || errno == ENOTDIR))
        return open_linked(q, fd);
    return *fd < 0 ? cannot_read(q) : ST_OK;
}

static enum status open_request(const struct file_request *q, int *fd)
{
    if (q->name[0] == '\0')
        return no_file(q, "it is no name");
    if (q->inside && q->name[0] == '/')
        return outside(q, "is an absolute path");
    if (q->inside && climbs_out(str_of(q->name)))
        return outside(q, "leads out of the folder");
    if (q->inside)
        return open_inside(q, fd);
    *fd = open(q->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    return *fd < 0 ? cannot_read(q) : ST_OK;
}

/* All of FD, which may grow or shrink meanwhile: then it is not taken. */
static enum status read_all(const struct file_request *q, int fd, size_t size,
                            struct str *bytes)
{
    char *p = arena_alloc(q->arena, size + 1, 1);
    ssize_t n;

    if (p == NULL)
        return arena_status(q->arena);
    mem_expect(p, size);
    /* One byte more than there was tells whether it grew. */
    n = file_fill(fd, p, size + 1);
    if (n < 0)
        return cannot_read(q);
    if ((size_t)n != size)
        return changed(q->findings, q->at, q->shown);
    p[size] = '\0';
    *bytes = (struct str){p, size};
    return ST_OK;
}

static size_t file_max(const struct arena *a)
{
    return FILE_SIZE_MAX * arena_times(a);
}

/* The largest file that can be taken: asked before, because what is not there
   in the arena fails without a message. */
static size_t room(const struct arena *a)
{
    const size_t left = a->limit - a->used;
    const size_t spare = 64 * 1024; /* for the message, and what goes with it */
    const size_t most = file_max(a);

    if (left <= spare)
        return 0;
    return left - spare < most ? left - spare : most;
}

static enum status read_file(const struct file_request *q, int fd,
                             struct str *bytes)
{
    struct stat about;

    if (fstat(fd, &about) != 0)
        return cannot_read(q);
    if (S_ISDIR(about.st_mode))
        return no_file(q, "it is a folder");
    if (!S_ISREG(about.st_mode))
        return no_file(q, "it is not a regular file");
    if (about.st_size < 0 || (uintmax_t)about.st_size > room(q->arena)) {
        finding(q->findings, FINDING_LIMIT, q->at,
                "`%s` has %lld bytes, more than can be read", q->shown,
                (long long)about.st_size);
        finding_hint(q->findings, "%s",
                     (uintmax_t)about.st_size > file_max(q->arena)
                         ? ARENA_TIMES_HINT
                         : "--max-memory sets how many MiB a report may take");
        return ST_LIMIT;
    }
    return read_all(q, fd, (size_t)about.st_size, bytes);
}

/* Opens, reads and closes what Q asks for. */
static enum status read_request(const struct file_request *q, struct str *bytes)
{
    enum status st;
    int fd = -1;

    st = open_request(q, &fd);
    if (st == ST_OK)
        st = read_file(q, fd, bytes);
    if (fd >= 0)
        (void)close(fd); /* opened for reading: nothing can be lost */
    return st;
}

static struct str path_of(struct arena *arena, const char *folder,
                          const char *name)
{
    return name[0] == '/' ? arena_str(arena, str_of(name))
                          : arena_printf(arena, "%s/%s", folder, name);
}

/*
 * Names are in normalization form C when they have been read. Where there is no
 * such file, a Mac may have called it by accents that are characters of their
 * own.
 */
static const char *name_on_disk(struct arena *arena, const char *folder,
                                const char *name)
{
    const struct str path = path_of(arena, folder, name);
    const char *found = name;
    struct stat about;
    struct buf other;

    if (utf8_is_ascii(str_of(name)) || path.ptr == NULL ||
        lstat(path.ptr, &about) == 0 || errno != ENOENT)
        return name;
    buf_init(&other, PATH_MAX);
    decompose(&other, str_of(name));
    if (buf_status(&other) == ST_OK) {
        const char *tried = arena_cstr(arena, buf_view(&other));
        const struct str there =
            tried == NULL ? path : path_of(arena, folder, tried);

        if (there.ptr != NULL && lstat(there.ptr, &about) == 0)
            found = tried;
    }
    buf_free(&other);
    return found;
}

enum status file_in_encoded(struct arena *arena, const char *folder,
                            const char *name, bool inside,
                            enum source_kind kind, struct place at,
                            struct encoding_given given,
                            struct findings *findings, struct source **source)
{
    struct file_request q = {.arena = arena,
                             .folder = folder[0] == '\0' ? "." : folder,
                             .name = name,
                             .inside = inside,
                             .at = at,
                             .findings = findings};
    struct source *s = arena_alloc(arena, 1, sizeof(*s));
    enum status st = ST_BUG;

    *source = NULL;
    q.name = name_on_disk(arena, q.folder, name);
    name = q.name;
    q.path = path_of(arena, q.folder, name).ptr;
    q.shown = at.source == NULL ? q.path : name;
    if (s == NULL || q.path == NULL)
        return arena_status(arena);
    s->path = q.path;
    s->name = arena_cstr(arena, str_of(name));
    s->kind = kind;
    st = read_request(&q, &s->bytes);
    if (st != ST_OK)
        return st;
    digest_sha256(s->bytes, s->sha256);
    st = encoding_in(arena, s, given, findings);
    if (st == ST_OK)
        *source = s;
    return st;
}

enum status files_unchanged(const struct source *const *sources,
                            size_t nsources, struct findings *findings)
{
    enum status st = ST_OK;

    for (size_t i = 0; i < nsources; i++) {
        const struct source *s = sources[i];

        if (s->path != NULL &&
            !(s->kind == SOURCE_NAMES ? files_fit_still(s)
                                      : file_has(s->path, s->bytes)))
            st = changed(findings, (struct place){s, 0, 0}, s->name);
    }
    return st;
}
