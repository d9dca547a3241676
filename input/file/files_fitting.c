#include "input/file/files_fitting.h"
#include "core/base/buf.h"
#include "core/base/compose.h"
#include "core/base/digest.h"
#include "core/base/text_order.h"
#include "input/file/file_resolve.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define ANYTHING '*'
#define LISTED_MAX ((size_t)1024 * 1024) /* bytes of names */
#define FITTING_MAX 1000                 /* files of one table */

bool files_is_pattern(const char *name)
{
    return name != NULL && strchr(name, ANYTHING) != NULL;
}

/* Back to the last `*`, which then stands for one character more. */
static bool file_name_fits(struct str name, struct str pattern)
{
    struct str after = {NULL, 0}; /* the last `*`, and what it stood before */
    struct str from = {NULL, 0};
    bool any = false;

    while (name.len > 0) {
        if (pattern.len > 0 && pattern.ptr[0] == ANYTHING) {
            pattern = after = str_from(pattern, 1);
            from = name;
            any = true;
        } else if (pattern.len > 0 && pattern.ptr[0] == name.ptr[0]) {
            pattern = str_from(pattern, 1);
            name = str_from(name, 1);
        } else if (any) {
            pattern = after;
            name = from = str_from(from, 1);
        } else {
            return false;
        }
    }
    while (pattern.len > 0 && pattern.ptr[0] == ANYTHING)
        pattern = str_from(pattern, 1);
    return pattern.len == 0;
}

/* What lies in a folder, without what programs keep there for themselves. */
static bool is_passing(struct str name)
{
    return name.len == 0 || name.ptr[0] == '.' ||
           str_starts(name, STR_LIT("~$")) || name.ptr[name.len - 1] == '~';
}

/* The folder that a PATH names, with a / behind it, or empty; and what stands
   behind that. */
static struct str folder_part(struct str path)
{
    while (path.len > 0 && path.ptr[path.len - 1] != '/')
        path.len--;
    return path;
}

static struct str base_part(struct str path)
{
    return str_from(path, folder_part(path).len);
}

static int compare_names(const void *a, const void *b)
{
    const struct str *x = a;
    const struct str *y = b;
    const int order = text_order(*x, *y);

    return order != 0 ? order : str_cmp(*x, *y);
}

/* In form C, as names in reports are, whatever a Mac has made of it. */
static struct str composed(struct arena *a, struct str name)
{
    struct buf b;
    struct str made;

    buf_init(&b, LISTED_MAX);
    compose(&b, name);
    made = arena_str(a, buf_view(&b));
    buf_free(&b);
    return made;
}

/* The names of the files in PATH; false when it cannot be read. */
static bool list_files(struct arena *a, const char *path, struct list *files)
{
    DIR *dir = opendir(path);

    if (dir == NULL)
        return false;
    for (const struct dirent *e = readdir(dir); e != NULL; e = readdir(dir)) {
        struct stat about;
        struct str *kept;

        if (is_passing(str_of(e->d_name)) ||
            fstatat(dirfd(dir), e->d_name, &about, 0) != 0 ||
            S_ISDIR(about.st_mode))
            continue;
        kept = list_add(files);
        if (kept == NULL)
            break;
        *kept = composed(a, str_of(e->d_name));
    }
    (void)closedir(dir);
    if (files->count > 0)
        qsort(files->items, files->count, sizeof(struct str), compare_names);
    return true;
}

/* Of FILES those that fit PATTERN. */
static struct list files_that_fit(struct arena *a, const struct list *files,
                                  struct str pattern)
{
    const struct str *all = files->items;
    struct list some = list_of(a, sizeof(struct str));

    for (size_t i = 0; i < files->count; i++) {
        struct str *kept =
            file_name_fits(all[i], pattern) ? list_add(&some) : NULL;

        if (kept != NULL)
            *kept = all[i];
    }
    return some;
}

/* A line each. */
static struct str listed(struct arena *a, const struct list *names)
{
    const struct str *all = names->items;
    struct buf b;

    buf_init(&b, LISTED_MAX);
    for (size_t i = 0; i < names->count; i++) {
        buf_str(&b, all[i]);
        buf_char(&b, '\n');
    }
    return arena_take(a, &b);
}

/* Whether PATH is FOLDER, or lies in it, once all links are followed. */
static bool lies_inside(const char *folder, const char *path)
{
    char real_folder[PATH_MAX];
    char real_path[PATH_MAX];
    struct str rest;

    return file_resolve(folder, path, real_folder, real_path, &rest) &&
           (rest.len > 0 || strcmp(real_folder, real_path) == 0);
}

static enum status refuse(struct findings *findings, enum finding_id code,
                          struct place at, const char *pattern, const char *why,
                          const char *hint)
{
    finding(findings, code, at, "`%s` %s", pattern, why);
    finding_hint(findings, "%s", hint);
    return ST_DATA;
}

static enum status check_pattern(const char *folder, const char *path,
                                 const char *pattern, struct place at,
                                 struct findings *findings)
{
    const struct str within = folder_part(str_of(pattern));
    struct stat about;

    if (str_find_char(within, ANYTHING) < within.len)
        return refuse(findings, FINDING_BAD_VALUE, at, pattern,
                      "has a * in the name of a folder",
                      "write it in the name of the files alone: "
                      "payments/2026-*.csv");
    if (pattern[0] != '/' && stat(path, &about) != 0) {
        finding(findings, FINDING_NO_FILE, at, "cannot read `%s`: %s", pattern,
                strerror(errno));
        return ST_DATA;
    }
    if (pattern[0] == '/' || !lies_inside(folder, path))
        return refuse(findings, FINDING_OUTSIDE, at, pattern,
                      "leads out of the folder",
                      "copy the files into the folder and name them there");
    return ST_OK;
}

static enum status refuse_none(struct findings *findings, struct place at,
                               const char *pattern, const struct list *files)
{
    finding(findings, FINDING_NO_FILE, at, "no file fits `%s`", pattern);
    finding_nearest(findings, base_part(str_of(pattern)), files->items,
                    files->count);
    return ST_DATA;
}

static enum status refuse_many(struct findings *findings, struct place at,
                               const char *pattern, size_t count)
{
    finding(findings, FINDING_LIMIT, at,
            "%zu files fit `%s`; at most %d are one table", count, pattern,
            FITTING_MAX);
    finding_hint(findings, "write more of their names before or behind the *");
    return ST_LIMIT;
}

/* The folder that the files lie in. */
static const char *path_of(struct arena *a, const char *folder,
                           struct str within)
{
    return arena_printf(a, "%s/%.*s", folder[0] == '\0' ? "." : folder,
                        STR_ARG(within))
        .ptr;
}

static struct source *list_source(struct arena *a, const char *folder,
                                  const char *pattern, const struct list *names)
{
    struct source *s = arena_alloc(a, 1, sizeof(*s));

    if (s == NULL)
        return NULL;
    *s = (struct source){
        .name = arena_cstr(a, str_of(pattern)),
        .path = path_of(a, folder, str_of(pattern)),
        .kind = SOURCE_NAMES,
        .bytes = listed(a, names),
    };
    digest_sha256(s->bytes, s->sha256);
    return s;
}

enum status files_fitting(struct arena *arena, const char *folder,
                          const char *pattern, struct place at,
                          struct findings *findings, struct source **source,
                          struct list *names)
{
    const struct str within = folder_part(str_of(pattern));
    const char *path = path_of(arena, folder, within);
    struct list files = list_of(arena, sizeof(struct str));
    struct str *all;
    enum status st;

    *source = NULL;
    if (path == NULL)
        return arena_status(arena);
    st = check_pattern(folder[0] == '\0' ? "." : folder, path, pattern, at,
                       findings);
    if (st != ST_OK)
        return st;
    if (!list_files(arena, path, &files)) {
        finding(findings, FINDING_NO_FILE, at, "cannot read `%s`: %s", pattern,
                strerror(errno));
        return ST_NOINPUT;
    }
    *names = files_that_fit(arena, &files, base_part(str_of(pattern)));
    if (arena_status(arena) != ST_OK)
        return arena_status(arena);
    if (names->count == 0)
        return refuse_none(findings, at, pattern, &files);
    if (names->count > FITTING_MAX)
        return refuse_many(findings, at, pattern, names->count);
    *source = list_source(arena, folder, pattern, names);
    all = names->items;
    for (size_t i = 0; i < names->count; i++)
        all[i] =
            arena_printf(arena, "%.*s%.*s", STR_ARG(within), STR_ARG(all[i]));
    return arena_status(arena);
}

bool files_fit_still(const struct source *source)
{
    const struct str path = str_of(source->path);
    struct list files;
    struct list names;
    struct arena a;
    bool same = false;

    arena_init(&a, 16 * LISTED_MAX);
    files = list_of(&a, sizeof(struct str));
    if (list_files(&a, arena_cstr(&a, folder_part(path)), &files)) {
        names = files_that_fit(&a, &files, base_part(path));
        same = str_eq(listed(&a, &names), source->bytes) &&
               arena_status(&a) == ST_OK;
    }
    arena_free(&a);
    return same;
}
