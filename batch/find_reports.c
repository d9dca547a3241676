#include "batch/find_reports.h"
#include "batch/record.h"
#include "core/base/buf.h"
#include "core/base/file.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct reports_found {
    struct arena *arena;
    const struct observer *observer;
    struct job *items;
    size_t count;
    size_t capacity;
    bool tree; /* names are ways below the path that is searched */
    bool searched;
    bool refused; /* a report for its name */
    bool unread;
};

/* Folders still to be looked into, nearest first. */
struct folder_to_search {
    struct folder_to_search *next;
    const char *path;
    int depth;
};

/* The last name of a path, without a trailing slash. */
static struct str base_name(struct str path)
{
    while (path.len > 1 && path.ptr[path.len - 1] == '/')
        path.len--;
    for (size_t i = path.len; i > 0; i--) {
        if (path.ptr[i - 1] == '/' && path.len > 1)
            return str_from(path, i);
    }
    return path;
}

/* What the files of another report's internal copy are called. */
static bool is_internal_name(struct reports_found *f, struct str name,
                             const char *folder)
{
    if (!str_ends(name, STR_LIT(INTERNAL_MARK)))
        return false;
    observer_error(f->observer,
                   "%s: error: no report can be called so: names that end with "
                   "`" INTERNAL_MARK
                   "` are those of internal copies; rename the "
                   "folder",
                   folder);
    f->refused = true;
    return true;
}

/* A name as a record can say it: bytes that are no UTF-8 are U+FFFD in the
   names of outputs. */
static const char *sound_name(struct arena *arena, struct str name)
{
    struct buf sound;
    const char *copy;

    buf_init(&sound, 4 * PATH_MAX);
    utf8_put_valid(&sound, name);
    copy = buf_status(&sound) == ST_OK ? arena_cstr(arena, buf_view(&sound))
                                       : NULL;
    if (copy == NULL)
        arena_fail(arena, ST_NOMEM);
    buf_free(&sound);
    return copy == NULL ? "" : copy;
}

/* What lies below PATH on the way to FOLDER; its own name where nothing does.
 */
static struct str way_below(const char *path, const char *folder)
{
    struct str way = str_of(folder);

    if (strlen(path) >= way.len || !str_starts(way, str_of(path)))
        return base_name(way);
    way = str_from(way, strlen(path));
    while (way.len > 0 && way.ptr[0] == '/')
        way = str_from(way, 1);
    return way.len == 0 ? base_name(str_of(folder)) : way;
}

/* PATH is what was searched. */
static void add_job(struct reports_found *f, const char *path,
                    const char *folder, int unread)
{
    struct str name =
        f->tree ? way_below(path, folder) : base_name(str_of(folder));
    char *real = NULL;

    if (f->count == f->capacity) {
        const size_t want = f->capacity == 0 ? 64 : f->capacity * 2;
        struct job *items = arena_alloc(f->arena, want, sizeof(*items));

        if (items == NULL)
            return;
        if (f->count > 0)
            memcpy(items, f->items, f->count * sizeof(*items));
        f->items = items;
        f->capacity = want;
    }
    /* "." and ".." name nothing: take the folder's own name. */
    if (str_is(name, ".") || str_is(name, "..")) {
        real = realpath(folder, NULL);
        if (real != NULL)
            name = base_name(str_of(real));
    }
    if (is_internal_name(f, name, folder)) {
        free(real);
        return;
    }
    f->items[f->count] = (struct job){
        .folder = arena_cstr(f->arena, str_of(folder)),
        .name = sound_name(f->arena, name),
        .number = f->count,
        .place = f->count,
        .unread = unread,
    };
    f->count++;
    free(real);
}

/* Whether there is a report.xml, also one that cannot be read, which its report
   says then. */
static bool is_there(const char *path)
{
    struct stat about;

    return lstat(path, &about) == 0 && !S_ISDIR(about.st_mode);
}

static const char *join(struct arena *arena, const char *folder,
                        const char *name)
{
    const size_t len = strlen(folder);

    return arena_printf(arena, "%s%s%s", folder,
                        len > 0 && folder[len - 1] == '/' ? "" : "/", name)
        .ptr;
}

/* A folder to look into. A link is one only if it leads to a report: links to
   folders of folders may lead back. */
static bool is_folder(struct arena *arena, const char *path)
{
    const char *xml;
    struct stat st;

    if (lstat(path, &st) != 0)
        return false;
    if (!S_ISLNK(st.st_mode))
        return S_ISDIR(st.st_mode);
    xml = join(arena, path, "report.xml");
    return xml != NULL && is_there(xml);
}

/* `Report.xml`, as systems write it to which that is the same name. */
static void see_file(const struct observer *o, const char *folder,
                     const char *name)
{
    if (str_same_word(str_of(name), STR_LIT("report.xml")))
        observer_error(o,
                       "%s/%s: warning: this report is passed over: its file "
                       "is to be called report.xml, in small letters",
                       folder, name);
}

/* The entry NAME of F, which goes before REST if it is a folder. */
static void open_entry(struct arena *arena, const struct observer *o,
                       const struct folder_to_search *f, const char *name,
                       struct folder_to_search **rest)
{
    const char *path = name[0] == '.' ? NULL : join(arena, f->path, name);
    struct folder_to_search *sub;

    if (path == NULL)
        return;
    if (!is_folder(arena, path)) {
        see_file(o, f->path, name);
        return;
    }
    sub = arena_alloc(arena, 1, sizeof(*sub));
    if (sub == NULL)
        return;
    *sub = (struct folder_to_search){*rest, path, f->depth + 1};
    *rest = sub;
}

/* Puts the sub-folders of F before REST, in the order of their names.
   ST_NOINPUT with errno in *WHY. */
static enum status open_folder(struct arena *arena, const struct observer *o,
                               const struct folder_to_search *f,
                               struct folder_to_search **rest, int *why)
{
    struct dirent **entries = NULL;
    const int n = scandir(f->path, &entries, NULL, alphasort);
    /* A folder may be listed, and what is in it be out of reach. */
    const bool usable =
        n >= 0 && faccessat(AT_FDCWD, f->path, X_OK, AT_EACCESS) == 0;

    *why = errno;
    for (int i = n - 1; i >= 0; i--) {
        if (usable)
            open_entry(arena, o, f, entries[i]->d_name, rest);
        free(entries[i]);
    }
    free(entries);
    if (usable)
        return arena_status(arena);
    return n < 0 && (*why == ENOMEM || *why == EMFILE || *why == ENFILE)
               ? ST_NOMEM
               : ST_NOINPUT;
}

/* Every report at or below PATH. */
static enum status search(struct reports_found *found, const char *path)
{
    const size_t before = found->count;
    struct folder_to_search first = {NULL, path, 0};
    struct folder_to_search *open = &first;
    enum status st = ST_OK;

    while (open != NULL && arena_status(found->arena) == ST_OK) {
        const struct folder_to_search *f = open;
        const char *xml = join(found->arena, f->path, "report.xml");
        enum status folder_st = ST_OK;
        int why = 0;

        open = open->next;
        if (xml == NULL)
            break;
        found->searched = found->searched || f->depth > 0;
        if (is_there(xml))
            add_job(found, path, f->path, 0);
        else if (f->depth < FIND_DEPTH_MAX)
            folder_st =
                open_folder(found->arena, found->observer, f, &open, &why);
        /* It may be a report, or hold some: one that fails. */
        if (folder_st == ST_NOINPUT) {
            add_job(found, path, f->path, why);
            found->unread = true;
        } else {
            st = status_worst(st, folder_st);
        }
    }
    if (st == ST_OK && found->count == before && !found->refused) {
        observer_error(found->observer, "%s: no report.xml here or below",
                       path);
        st = ST_NOINPUT;
    }
    return st;
}

const char *find_report_folder(struct arena *arena,
                               const struct observer *observer,
                               const char *path)
{
    struct str folder = str_of(path);
    struct stat st;

    if (stat(path, &st) != 0) {
        observer_error(observer, "%s: %s",
                       path[0] == '\0' ? "a path that is empty" : path,
                       strerror(errno));
        return NULL;
    }
    if (S_ISDIR(st.st_mode))
        return path;
    if (!str_is(base_name(folder), "report.xml")) {
        observer_error(observer, "%s: neither a folder nor a report.xml%s",
                       path,
                       str_same_word(base_name(folder), STR_LIT("report.xml"))
                           ? ", in small letters: rename it"
                           : "");
        return NULL;
    }
    folder.len -= strlen("report.xml");
    if (folder.len == 0)
        folder = STR_LIT(".");
    while (folder.len > 1 && folder.ptr[folder.len - 1] == '/')
        folder.len--;
    return arena_cstr(arena, folder);
}

static enum status find_one(struct reports_found *found, const char *path)
{
    const char *folder =
        find_report_folder(found->arena, found->observer, path);

    if (folder == NULL)
        return status_worst(ST_NOINPUT, arena_status(found->arena));
    if (folder == path)
        return search(found, path); /* it may hold several */
    add_job(found, folder, folder, 0);
    return arena_status(found->arena);
}

/* By name; those of one name in the order in which they were found. */
static int by_name(const void *a, const void *b)
{
    const struct job *const *x = a;
    const struct job *const *y = b;
    const int names = strcmp((*x)->name, (*y)->name);

    return names != 0
               ? names
               : ((*x)->number > (*y)->number) - ((*x)->number < (*y)->number);
}

/* Two reports of one name would overwrite each other: they are one that fails.
   A folder that is named twice is one report. */
static enum status join_twins(struct reports_found *found)
{
    struct job **sorted = mem_zalloc(found->count, sizeof(struct job *));
    struct job *first = NULL;
    size_t kept = 0;

    if (sorted == NULL)
        return ST_NOMEM;
    for (size_t i = 0; i < found->count; i++)
        sorted[i] = &found->items[i];
    qsort(sorted, found->count, sizeof(struct job *), by_name);
    for (size_t i = 0; i < found->count; i++) {
        if (first == NULL || strcmp(first->name, sorted[i]->name) != 0) {
            first = sorted[i];
            continue;
        }
        if (first->twin == NULL &&
            !file_is_same(first->folder, sorted[i]->folder))
            first->twin = sorted[i]->folder;
        sorted[i]->name = NULL;
    }
    mem_free(sorted);
    for (size_t i = 0; i < found->count; i++) {
        if (found->items[i].name == NULL)
            continue;
        found->items[kept] = found->items[i];
        found->items[kept].number = kept;
        found->items[kept].place = kept;
        kept++;
    }
    found->count = kept;
    return ST_OK;
}

enum status find_reports(struct arena *arena, const struct observer *observer,
                         const char *const *paths, size_t npaths, bool tree,
                         struct jobs *jobs)
{
    struct reports_found found = {
        .arena = arena, .observer = observer, .tree = tree};
    enum status st = ST_OK;

    for (size_t i = 0; i < npaths; i++)
        st = status_worst(st, find_one(&found, paths[i]));
    if (found.count > 1 && arena_status(arena) == ST_OK)
        st = status_worst(st, join_twins(&found));
    *jobs = (struct jobs){
        .items = found.items,
        .count = found.count,
        .searched = found.searched,
        .unread = found.unread,
    };
    if (found.refused)
        st = status_worst(st, ST_NOINPUT);
    st = status_worst(st, arena_status(arena));
    if (found.count == 1)
        found.items[0].alone = true;
    return st;
}
