#include "input/templates/library_names.h"

#include "core/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
    const char *folder; /* below that of the templates */
    const char *behind; /* a name */
} parts[LIBRARY_PARTS] = {
    [LIBRARY_WORDINGS] = {"wording/", ".xml"},
    [LIBRARY_HOUSES] = {"house/", ".xml"},
    [LIBRARY_KINDS] = {"kinds/", ".xml"},
    [LIBRARY_CALENDARS] = {"calendars/", ".xml"},
    [LIBRARY_RULES] = {"rules/", ".xml"},
    [LIBRARY_TEMPLATES] = {"", "/template.xml"},
};

/* Whether NAME is of a file that an editor, a spreadsheet or a sync program
   left beside another. */
static bool is_foreign(struct str name)
{
    return name.len == 0 || name.ptr[0] == '.' || name.ptr[0] == '~' ||
           name.ptr[0] == '#';
}

bool library_file_name(enum library_part part, struct str id,
                       char name[LIBRARY_NAME_SIZE])
{
    int n;

    if (is_foreign(id) || str_find_char(id, '/') < id.len)
        return false;
    n = snprintf(name, LIBRARY_NAME_SIZE, "%s%.*s%s", parts[part].folder,
                 STR_ARG(id), parts[part].behind);
    return n > 0 && n < LIBRARY_NAME_SIZE;
}

bool library_file_there(const char *folder, const char *name)
{
    char path[PATH_MAX];
    struct stat about;

    return file_path(folder, name, path) &&
           (lstat(path, &about) == 0 || (errno != ENOENT && errno != ENOTDIR));
}

/* errno says why. */
static enum status unreadable(const char *what, const char *path,
                              struct findings *findings)
{
    if (errno == ENOMEM)
        return ST_NOMEM;
    finding(findings, FINDING_NO_FILE, NOWHERE, "cannot read the %s `%s`: %s",
            what, path, strerror(errno));
    return ST_NOINPUT;
}

enum status library_folder_readable(const char *folder,
                                    struct findings *findings)
{
    DIR *dir = opendir(folder);

    if (dir == NULL)
        return unreadable("folder of templates", folder, findings);
    (void)closedir(dir); /* only read: nothing can be lost */
    return ST_OK;
}

/* NAME into its place in a list of names, which is kept in order, if it is not
   there: a folder gives them in any. */
static void insert_name(struct list *names, struct str name)
{
    const char **items = names->items;
    size_t at = names->count;

    for (size_t i = 0; i < names->count; i++) {
        if (str_is(name, items[i]))
            return;
    }
    if (list_add(names) == NULL)
        return;
    items = names->items;
    items[at] = arena_cstr(names->arena, name);
    if (items[at] == NULL)
        names->count = at;
    for (; at < names->count && at > 0 && strcmp(items[at - 1], items[at]) > 0;
         at--) {
        const char *later = items[at - 1];

        items[at - 1] = items[at];
        items[at] = later;
    }
}

/* The name that ENTRY of a folder of PART has; empty when it has none. */
static struct str name_of(const char *folder, enum library_part part,
                          const char *entry)
{
    const struct str s = str_of(entry);
    const struct str end = STR_LIT(".xml");
    char name[LIBRARY_NAME_SIZE];
    bool is_one = str_ends(s, end) && !is_foreign(s);

    if (part == LIBRARY_TEMPLATES)
        is_one = library_file_name(part, s, name) &&
                 library_file_there(folder, name);
    if (!is_one)
        return (struct str){NULL, 0};
    return part == LIBRARY_TEMPLATES ? s : str_to(s, s.len - end.len);
}

enum status library_list_names(const char *folder, enum library_part part,
                               struct findings *findings, struct list *names)
{
    struct arena *a = names->arena;
    const char *path = arena_printf(a, "%s/%s", folder, parts[part].folder).ptr;
    DIR *dir = path == NULL ? NULL : opendir(path);
    const struct dirent *e;
    enum status st = ST_OK;

    if (path == NULL)
        return arena_status(a);
    if (dir == NULL)
        return errno == ENOENT ? ST_OK : unreadable("folder", path, findings);
    for (;;) {
        struct str name;

        errno = 0;
        e = readdir(dir);
        if (e == NULL)
            break;
        name = name_of(folder, part, e->d_name);
        if (name.len > 0)
            insert_name(names, name);
    }
    if (errno != 0)
        st = unreadable("folder", path, findings);
    (void)closedir(dir); /* only read: nothing can be lost */
    return status_worst(st, arena_status(a));
}
