#include "batch/other_copy.h"
#include "batch/record_in.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

/* Whether FILE is called as the records of the copy that is not made are. */
static bool is_called_so(const struct batch_settings *s, struct str file)
{
    static const char extension[] = ".json";
    struct str name;

    if (file.ptr[0] == '.' || !str_ends(file, STR_LIT(extension)))
        return false;
    name = str_to(file, file.len - (sizeof(extension) - 1));
    return str_ends(name, STR_LIT(INTERNAL_MARK)) !=
           (s->audience == AUDIENCE_INTERNAL);
}

/* Other programs write files of that name, too. */
static bool is_record(const struct batch_settings *s, const char *file)
{
    struct record_in record;
    char path[PATH_MAX];
    const int n = snprintf(path, sizeof(path), "%s/%s", s->out, file);

    if (n < 0 || (size_t)n >= sizeof(path) ||
        record_in_file(path, &record) != ST_OK)
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

enum status other_copy_refuse(const struct batch_settings *settings,
                              const struct observer *observer)
{
    struct dirent **entries = NULL;
    const int n = scandir(settings->out, &entries, NULL, alphasort);
    enum status st = n < 0 && errno == ENOMEM ? ST_NOMEM : ST_OK;

    for (int i = 0; i < n; i++) {
        const char *file = entries[i]->d_name;

        if (st == ST_OK && is_called_so(settings, str_of(file)) &&
            is_record(settings, file)) {
            refuse(settings, observer, file);
            st = ST_CREATE;
        }
        free(entries[i]);
    }
    free(entries);
    return st;
}
