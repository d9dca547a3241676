#include "batch/other_copy.h"
#include "batch/find_reports.h"
#include "batch/record_in.h"
#include "core/base/file.h"
#include "core/base/list.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Whether FILE is called as the records of the copy that is not made are. */
static bool is_called_so(const struct batch_settings *s, const char *file)
{
    const enum audience other =
        s->audience == AUDIENCE_INTERNAL ? AUDIENCE_PUBLIC : AUDIENCE_INTERNAL;

    return record_report_of(str_of(file), other).len > 0;
}

/* Other programs write files of that name, too. */
static bool is_record(const char *path)
{
    struct record_in record;

    if (record_in_file(path, &record) != ST_OK)
        return false;
    record_in_free(&record);
    return true;
}

static void refuse(const struct batch_settings *s,
                   const struct observer *observer, const char *file)
{
    const bool internal = s->audience == AUDIENCE_INTERNAL;

    observer_error(observer,
                   "%s: error: it holds %s files (%s): give the %s copies a "
                   "folder of their own",
                   s->out, internal ? "published" : "internal", file,
                   internal ? "internal" : "published");
}

/* A folder below the one of outputs, itself: no link, which may lead back. */
static bool is_folder(const char *name, const char *path)
{
    struct stat about;

    return name[0] != '.' && lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* A folder that may hold files of the run, DEPTH levels below that of outputs.
 */
struct folder_of_outputs {
    const char *path;
    int depth;
};

static void add_folder(struct list *folders, const char *path, int depth)
{
    struct folder_of_outputs *folder = list_add(folders);

    if (folder != NULL)
        *folder = (struct folder_of_outputs){
            arena_cstr(folders->arena, str_of(path)), depth};
}

/* Whether IN holds a record of the other copy; where names are ways, the
   folders in it come behind FOLDERS, to be looked into, too. */
static enum status look_in(const struct batch_settings *s,
                           const struct observer *observer,
                           struct folder_of_outputs in, struct list *folders)
{
    struct dirent **entries = NULL;
    const int n = scandir(in.path, &entries, NULL, alphasort);
    enum status st =
        n < 0 && (errno == ENOMEM || errno == EMFILE || errno == ENFILE)
            ? ST_NOMEM
            : ST_OK;

    for (int i = 0; i < n; i++) {
        const char *file = entries[i]->d_name;
        char path[PATH_MAX];

        if (st != ST_OK || !file_path(in.path, file, path)) {
            free(entries[i]);
            continue;
        }
        if (is_called_so(s, file) && is_record(path)) {
            refuse(s, observer, str_from(str_of(path), strlen(s->out) + 1).ptr);
            st = ST_CREATE;
        } else if (s->tree && in.depth < FIND_DEPTH_MAX &&
                   is_folder(file, path)) {
            add_folder(folders, path, in.depth + 1);
        }
        free(entries[i]);
    }
    free(entries);
    return st;
}

enum status other_copy_refuse(struct arena *arena,
                              const struct batch_settings *settings,
                              const struct observer *observer)
{
    struct list folders = list_of(arena, sizeof(struct folder_of_outputs));
    enum status st;

    add_folder(&folders, settings->out, 0);
    st = arena_status(arena);
    for (size_t i = 0; i < folders.count && st == ST_OK; i++) {
        const struct folder_of_outputs *items = folders.items;

        st = look_in(settings, observer, items[i], &folders);
        if (st == ST_OK)
            st = arena_status(arena);
    }
    return st;
}
