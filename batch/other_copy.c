#include "batch/other_copy.h"
#include "batch/find_reports.h"
#include "batch/record_in.h"
#include "core/base/file.h"

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

/* In FOLDER and, where names are ways, in those below it, DEPTH levels down. */
static enum status look_in(const struct batch_settings *s,
                           const struct observer *observer, const char *folder,
                           int depth)
{
    struct dirent **entries = NULL;
    const int n = scandir(folder, &entries, NULL, alphasort);
    enum status st = n < 0 && errno == ENOMEM ? ST_NOMEM : ST_OK;

    for (int i = 0; i < n; i++) {
        const char *file = entries[i]->d_name;
        char path[PATH_MAX];

        if (st != ST_OK || !file_path(folder, file, path)) {
            free(entries[i]);
            continue;
        }
        if (is_called_so(s, file) && is_record(path)) {
            refuse(s, observer, str_from(str_of(path), strlen(s->out) + 1).ptr);
            st = ST_CREATE;
        } else if (s->tree && depth > 0 && is_folder(file, path)) {
            st = look_in(s, observer, path, depth - 1);
        }
        free(entries[i]);
    }
    free(entries);
    return st;
}

enum status other_copy_refuse(const struct batch_settings *settings,
                              const struct observer *observer)
{
    return look_in(settings, observer, settings->out, FIND_DEPTH_MAX);
}
