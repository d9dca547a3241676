#include "batch/manifest.h"
#include "batch/outfile.h"
#include "batch/record.h"
#include "batch/record_in.h"
#include "core/base/json_out.h"
#include "core/base/version.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MANIFEST_FORMAT 1 /* changes when a member changes its meaning */
#define ORPHANS_MAX 1000  /* that are named */

static int by_name(const void *a, const void *b)
{
    const struct manifest_item *x = a;
    const struct manifest_item *y = b;

    return strcmp(x->name, y->name);
}

void manifest_sort(struct manifest_item *items, size_t nitems)
{
    qsort(items, nitems, sizeof(*items), by_name);
}

/* The report that FILE would be the record of, in this copy; empty when it is
   no record. */
static struct str report_of(const struct batch_settings *s, struct str file)
{
    static const char extension[] = ".json";
    const struct str internal = STR_LIT(INTERNAL_MARK);
    struct str name;

    if (file.ptr[0] == '.' || !str_ends(file, STR_LIT(extension)))
        return STR_LIT("");
    name = str_to(file, file.len - (sizeof(extension) - 1));
    if (str_ends(name, internal) != (s->audience == AUDIENCE_INTERNAL))
        return STR_LIT("");
    name = str_to(name, name.len - strlen(audience_mark(s->audience)));
    return str_is(name, MANIFEST_NAME) ? STR_LIT("") : name;
}

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

static bool is_built(struct arena *arena, struct str name,
                     const struct manifest_item *items, size_t nitems)
{
    const struct manifest_item key = {.name = arena_cstr(arena, name)};

    return key.name == NULL ||
           bsearch(&key, items, nitems, sizeof(*items), by_name) != NULL;
}

enum status manifest_orphans(struct arena *arena,
                             const struct batch_settings *settings,
                             const struct manifest_item *items, size_t nitems,
                             struct orphans *orphans)
{
    struct dirent **entries = NULL;
    const int n = scandir(settings->out, &entries, NULL, alphasort);

    *orphans = (struct orphans){
        arena_alloc(arena, ORPHANS_MAX, sizeof(*orphans->names)), 0};
    for (int i = 0; i < n; i++) {
        const struct str name = report_of(settings, str_of(entries[i]->d_name));

        if (name.len > 0 && orphans->names != NULL &&
            orphans->count < ORPHANS_MAX &&
            !is_built(arena, name, items, nitems) &&
            is_record(settings, entries[i]->d_name))
            orphans->names[orphans->count++] = arena_cstr(arena, name);
        free(entries[i]);
    }
    free(entries);
    return arena_status(arena);
}

static void write_item(struct json_out *j, const struct manifest_item *item)
{
    json_out_object(j);
    json_out_name(j, "name");
    json_out_cstr(j, item->name);
    json_out_name(j, "status");
    json_out_cstr(j, status_name(item->status));
    json_out_name(j, "ms");
    json_out_int(j, item->ms);
    json_out_name(j, "record");
    if (item->record.len > 0)
        json_out_raw(j, str_trim(item->record));
    else
        json_out_cstr(j, NULL);
    json_out_end(j);
}

static void write_manifest(const struct batch_settings *settings,
                           const struct manifest_item *items, size_t nitems,
                           const struct orphans *orphans, struct buf *out)
{
    struct json_out j;

    json_out_init(&j, out, true);
    json_out_object(&j);
    json_out_name(&j, "format");
    json_out_int(&j, MANIFEST_FORMAT);
    json_out_name(&j, "version");
    json_out_cstr(&j, COUNCILPRESS_VERSION);
    json_out_name(&j, "copy");
    json_out_string(&j, audience_name(settings->audience));
    json_out_name(&j, "reports");
    json_out_array(&j);
    for (size_t i = 0; i < nitems; i++)
        write_item(&j, &items[i]);
    json_out_end(&j);
    json_out_name(&j, "orphans");
    json_out_array(&j);
    for (size_t i = 0; i < orphans->count; i++)
        json_out_cstr(&j, orphans->names[i]);
    json_out_end(&j);
    json_out_end(&j);
}

enum status manifest_put(const struct batch_settings *settings,
                         const struct observer *observer,
                         const struct out_folder *folder,
                         const struct manifest_item *items, size_t nitems,
                         const struct orphans *orphans)
{
    struct outfile_error error = {0};
    char name[NAME_MAX + 1];
    struct buf out;
    enum status st = ST_BUG;

    (void)snprintf(name, sizeof(name), MANIFEST_NAME "%s.json",
                   audience_mark(settings->audience));
    buf_init(&out, SIZE_MAX / 2);
    write_manifest(settings, items, nitems, orphans, &out);
    st = buf_status(&out);
    if (st == ST_OK)
        st = outfile_put(folder->fd, name, buf_view(&out), &error);
    if (st != ST_OK && error.name != NULL)
        observer_error(observer, "%s/%s: error: cannot %s: %s", settings->out,
                       name, error.step, strerror(error.error));
    buf_free(&out);
    return st;
}
