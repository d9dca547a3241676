#include "batch/manifest.h"
#include "batch/manifest_name.h"
#include "batch/outfile.h"
#include "batch/record.h"
#include "core/base/json_out.h"
#include "core/base/version.h"

#include <stdio.h>

#define MANIFEST_FORMAT 2 /* changes when a member changes its meaning */

static void put_entry(const struct folder_entry *entry, struct json_out *out)
{
    json_out_object(out);
    json_out_member_cstr(out, "name", entry->name);
    json_out_member_string(out, "status", entry->status);
    json_out_member_count(out, "failed-runs", entry->failed_runs);
    json_out_member_bool(out, "orphan", entry->orphan);
    json_out_name(out, "files");
    if (entry->files.len > 0)
        json_out_raw(out, entry->files);
    else
        json_out_cstr(out, NULL);
    json_out_end(out);
}

static void put_manifest(const struct batch_settings *settings,
                         const struct folder_state *state, struct buf *out)
{
    struct json_out j;

    json_out_init(&j, out, true);
    json_out_object(&j);
    json_out_member_int(&j, "format", MANIFEST_FORMAT);
    json_out_member_cstr(&j, "version", COUNCILPRESS_VERSION);
    json_out_member_string(&j, "copy", audience_name(settings->audience));
    json_out_name(&j, "reports");
    json_out_array(&j);
    for (size_t i = 0; i < state->count; i++)
        put_entry(&state->items[i], &j);
    json_out_end(&j);
    json_out_name(&j, "orphans");
    json_out_array(&j);
    for (size_t i = 0; i < state->count; i++) {
        if (state->items[i].orphan)
            json_out_cstr(&j, state->items[i].name);
    }
    json_out_end(&j);
    json_out_end(&j);
}

enum status run_file_put(const struct out_folder *folder, const char *name,
                         const struct buf *text)
{
    struct outfile_error error = {.error = 0};
    enum status st = buf_status(text);

    if (st == ST_OK)
        st = outfile_put(folder->fd, name, buf_view(text), &error);
    if (st != ST_OK && error.name != NULL)
        observer_cannot(folder->observer, folder->path, name, error.step,
                        error.error);
    return st;
}

enum status manifest_put(const struct out_folder *folder,
                         const struct folder_state *state)
{
    char name[NAME_MAX + 1];
    struct buf out;
    enum status st;

    manifest_file_name(folder->settings, name);
    buf_init(&out, SIZE_MAX / 2);
    put_manifest(folder->settings, state, &out);
    st = run_file_put(folder, name, &out);
    buf_free(&out);
    return st;
}
