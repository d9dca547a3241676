#include "batch/run_record.h"
#include "batch/manifest.h"
#include "batch/record.h"
#include "core/base/json_out.h"
#include "core/base/version.h"

#include <time.h>

enum { RUN_RECORD_FORMAT = 1, MOMENT_SIZE = 32, DAY_SECONDS = 24 * 60 * 60 };

/* ISO 8601, in UTC; null where there is none. */
static void put_moment(struct json_out *j, const char *name, int64_t seconds)
{
    const time_t moment = (time_t)seconds;
    char text[MOMENT_SIZE] = "";
    struct tm parts;

    if (seconds != 0 && gmtime_r(&moment, &parts) != NULL)
        (void)strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &parts);
    json_out_member_cstr(j, name, text[0] == '\0' ? NULL : text);
}

void run_record_put_age(struct json_out *j, int64_t seconds, int64_t now)
{
    put_moment(j, "written", seconds);
    json_out_name(j, "age-days");
    if (seconds == 0)
        json_out_cstr(j, NULL);
    else
        json_out_int(j, now > seconds ? (now - seconds) / DAY_SECONDS : 0);
}

static void put_item(struct json_out *j, const struct run_record_item *item,
                     int64_t now)
{
    json_out_object(j);
    json_out_member_cstr(j, "name", item->job->name);
    json_out_member_cstr(j, "folder", item->job->folder);
    json_out_member_cstr(j, "status", status_name(item->status));
    json_out_member_bool(j, "unchanged", item->unchanged);
    json_out_member_int(j, "ms", item->ms);
    json_out_member_count(j, "failed-runs", item->failed_runs);
    run_record_put_age(j, item->written, now);
    json_out_end(j);
}

static void put_orphans(struct json_out *j, const struct batch_result *r,
                        int64_t now)
{
    json_out_name(j, "orphans");
    json_out_array(j);
    for (size_t i = 0; i < r->norphans; i++) {
        json_out_object(j);
        json_out_member_cstr(j, "name", r->orphans[i].name);
        run_record_put_age(j, r->orphans[i].written, now);
        json_out_end(j);
    }
    json_out_end(j);
}

static void put_run(struct json_out *j, const struct batch_settings *settings,
                    const struct batch_result *r)
{
    json_out_member_count(j, "format", RUN_RECORD_FORMAT);
    json_out_member_cstr(j, "version", COUNCILPRESS_VERSION);
    json_out_member_string(j, "copy", audience_name(settings->audience));
    put_moment(j, "started", r->started);
    json_out_member_int(j, "ms", r->ms);
    json_out_member_cstr(j, "status", status_name(r->status));
    json_out_member_bool(j, "stopped", r->signal != 0);
    json_out_member_count(j, "reports", r->reports);
    json_out_member_count(j, "done", r->done);
    json_out_member_count(j, "unchanged", r->unchanged);
    json_out_member_count(j, "failed", r->failed);
    json_out_member_count(j, "errors", r->errors);
    json_out_member_count(j, "warnings", r->warnings);
    json_out_member_count(j, "acknowledged", r->acknowledged);
    json_out_member_count(j, "pages", r->pages);
}

enum status run_record_put(const struct out_folder *folder,
                           const struct run_record_item *items, size_t nitems,
                           const struct batch_result *result)
{
    const int64_t now = (int64_t)time(NULL);
    char name[NAME_MAX + 1];
    struct json_out j;
    struct buf out;
    enum status st;

    run_record_file_name(folder->settings, name);
    buf_init(&out, SIZE_MAX / 2);
    json_out_init(&j, &out, true);
    json_out_object(&j);
    put_run(&j, folder->settings, result);
    json_out_name(&j, "results");
    json_out_array(&j);
    for (size_t i = 0; i < nitems; i++) {
        if (items[i].done)
            put_item(&j, &items[i], now);
    }
    json_out_end(&j);
    put_orphans(&j, result, now);
    json_out_end(&j);
    st = run_file_put(folder, name, &out);
    buf_free(&out);
    return st;
}
