#include "batch/shard_record.h"
#include "batch/record.h"
#include "batch/shard_folder.h"
#include "core/base/file.h"
#include "core/base/json_in.h"
#include "core/base/version.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { SHARD_RECORD_FORMAT = 1, OPTIONS_SIZE = 4096 };

/* Members of the head that are whole numbers. */
#define COUNTS(X)                                                              \
    X(reports, "reports", size_t)                                              \
    X(done, "done", size_t)                                                    \
    X(unchanged, "unchanged", size_t)                                          \
    X(failed, "failed", size_t)                                                \
    X(errors, "errors", uint64_t)                                              \
    X(warnings, "warnings", uint64_t)                                          \
    X(acknowledged, "acknowledged", uint64_t)                                  \
    X(pages, "pages", uint64_t)                                                \
    X(standing, "standing", size_t)                                            \
    X(started, "started", int64_t)                                             \
    X(ms, "ms", int64_t)                                                       \
    X(oldest, "oldest", int64_t)                                               \
    X(newest, "newest", int64_t)

void shard_record_begin(const struct batch_settings *settings,
                        struct arena *arena, struct shard_record *record)
{
    uint8_t sha256[DIGEST_SIZE];
    char hex[DIGEST_HEX_SIZE];
    struct buf all;

    buf_init(&all, SIZE_MAX / 2);
    for (size_t i = 0; i < writer_count; i++)
        buf_puts(&all, settings->formats[i] ? "1" : "0");
    buf_printf(&all, " %d %d %.*s", settings->tree, settings->strict,
               STR_ARG(settings->as_of));
    for (size_t i = 0; i < settings->noverrides; i++)
        buf_printf(&all, "\n%.*s=%.*s", STR_ARG(settings->overrides[i].name),
                   STR_ARG(settings->overrides[i].value));
    digest_sha256(buf_view(&all), sha256);
    if (buf_status(&all) != ST_OK)
        arena_fail(arena, ST_NOMEM);
    buf_free(&all);
    digest_hex(sha256, hex);
    *record = (struct shard_record){
        .version = STR_LIT(COUNCILPRESS_VERSION),
        .copy = audience_name(settings->audience),
        .options = arena_str(arena, str_of(hex)),
    };
}

static void put_codes(struct json_out *j, const struct code_counts *codes)
{
    json_out_name(j, "codes");
    json_out_array(j);
    for (size_t i = 0; i < FINDING_MAX; i++) {
        const struct code_count *c = &codes->items[i];

        if (c->findings == 0)
            continue;
        json_out_object(j);
        json_out_member_string(j, "code", str_of(finding_code(c->id)));
        json_out_member_count(j, "findings", c->findings);
        json_out_member_count(j, "reports", c->reports);
        json_out_end(j);
    }
    json_out_end(j);
}

static void put_head(struct json_out *j, const struct shard_record *r)
{
    const struct batch_result *result = &r->result;

    json_out_object(j);
    json_out_member_int(j, "format", SHARD_RECORD_FORMAT);
    json_out_member_string(j, "version", r->version);
    json_out_member_string(j, "copy", r->copy);
    json_out_member_string(j, "options-sha256", r->options);
    json_out_member_count(j, "found", r->found);
    json_out_member_bool(j, "all", r->all);
    json_out_member_string(j, "status", str_of(status_name(result->status)));
#define PUT(member, name, type)                                                \
    json_out_member_int(j, name, (int64_t)result->member);
    COUNTS(PUT)
#undef PUT
    put_codes(j, &result->codes);
    json_out_end(j);
}

static void put_report(struct json_out *j, const struct folder_change *change,
                       const struct run_record_item *item)
{
    const struct folder_entry *e = &change->entry;

    json_out_object(j);
    json_out_member_string(j, "name", str_of(e->name));
    json_out_member_string(j, "folder", str_of(item->job->folder));
    json_out_member_count(j, "place", item->job->place);
    json_out_member_string(j, "status", e->status);
    json_out_member_bool(j, "unchanged", item->unchanged);
    json_out_member_int(j, "ms", item->ms);
    json_out_member_count(j, "failed-runs", e->failed_runs);
    json_out_member_int(j, "written", e->written);
    if (e->files.len > 0) {
        json_out_member_raw(j, "files", e->files);
    }
    json_out_end(j);
}

static void put_all(const struct shard_record *record,
                    const struct run_sum *sum, struct buf *out)
{
    struct json_out j;
    size_t done = 0;

    json_out_init(&j, out, false);
    put_head(&j, record);
    buf_char(out, '\n');
    for (size_t i = 0; i < sum->n; i++) {
        if (!sum->changes[i].done)
            continue;
        json_out_init(&j, out, false);
        put_report(&j, &sum->changes[i], &sum->items[i]);
        buf_char(out, '\n');
        done++;
    }
    buf_printf(out, "{\"end\":%zu}\n", done);
}

enum status shard_record_put(const struct run_sum *sum,
                             const struct shard_record *record)
{
    struct outfile_error error = {.error = 0};
    char path[SHARD_PATH_SIZE];
    struct buf out;
    enum status st;

    shard_path(&sum->folder->settings->shard, SHARD_RECORD_NAME, path);
    buf_init(&out, SIZE_MAX / 2);
    put_all(record, sum, &out);
    st = buf_status(&out);
    /* What it speaks of is there before it is. */
    if (st == ST_OK)
        st = outfile_sync(sum->folder->fd, ".", &error);
    if (st == ST_OK)
        st = outfile_put(sum->folder->stage, SHARD_RECORD_NAME, buf_view(&out),
                         &error);
    if (st != ST_OK && error.name != NULL)
        observer_cannot(sum->folder->observer, sum->folder->path, path,
                        error.step, error.error);
    buf_free(&out);
    return st;
}

/* ST_MAX where it is none. */
static enum status status_of(struct str name)
{
    int st = ST_OK;

    while (st < ST_MAX && !str_is(name, status_name((enum status)st)))
        st++;
    return (enum status)st;
}

static json_int_t number_of(const json_t *object, const char *name)
{
    const json_int_t n = json_integer_value(json_object_get(object, name));

    return n < 0 ? 0 : n;
}

static struct str text_of(struct arena *arena, const json_t *object,
                          const char *name)
{
    return arena_str(arena, json_in_member(object, name));
}

static void read_codes(const json_t *array, struct code_counts *codes)
{
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *c = json_array_get(array, i);
        const enum finding_id id = finding_of_code(json_in_member(c, "code"));

        if (id == FINDING_MAX)
            continue;
        codes->items[id] = (struct code_count){
            .id = id,
            .findings = (uint64_t)number_of(c, "findings"),
            .reports = (size_t)number_of(c, "reports"),
        };
    }
}

static enum status read_head(struct arena *arena, const json_t *head,
                             struct shard_record *r)
{
    const struct str status = json_in_member(head, "status");

    *r = (struct shard_record){
        .version = text_of(arena, head, "version"),
        .copy = text_of(arena, head, "copy"),
        .options = text_of(arena, head, "options-sha256"),
        .found = (size_t)number_of(head, "found"),
        .all = json_is_true(json_object_get(head, "all")),
    };
    r->result.status = status_of(status);
#define READ(member, name, type) r->result.member = (type)number_of(head, name);
    COUNTS(READ)
#undef READ
    read_codes(json_object_get(head, "codes"), &r->result.codes);
    if (number_of(head, "format") != SHARD_RECORD_FORMAT ||
        r->result.status == ST_MAX || r->version.len == 0)
        return ST_DATA;
    return arena_status(arena);
}

static struct str files_of(struct arena *arena, json_t *value)
{
    struct str files = STR_LIT("");

    if (json_is_object(value) &&
        json_in_keep(arena, value, SIZE_MAX / 2, &files) != ST_OK)
        arena_fail(arena, ST_NOMEM);
    return files;
}

static enum status read_report(struct arena *arena, json_t *line,
                               const struct shard *shard,
                               struct shard_reports *reports)
{
    const struct str name = json_in_member(line, "name");
    const enum status status = status_of(json_in_member(line, "status"));
    struct folder_change *change;
    struct run_record_item *item;
    struct job *job;

    if (name.len == 0 || status == ST_MAX || !shard_has(shard, name))
        return ST_DATA;
    change = list_add(&reports->changes);
    item = list_add(&reports->items);
    job = arena_alloc(arena, 1, sizeof(*job));
    if (change == NULL || item == NULL || job == NULL)
        return arena_status(arena);
    *job = (struct job){
        .name = arena_cstr(arena, name),
        .folder = text_of(arena, line, "folder").ptr,
        .place = (size_t)number_of(line, "place"),
    };
    *item = (struct run_record_item){
        .job = job,
        .done = true,
        .status = status,
        .unchanged = json_is_true(json_object_get(line, "unchanged")),
        .ms = number_of(line, "ms"),
        .failed_runs = (uint64_t)number_of(line, "failed-runs"),
        .written = number_of(line, "written"),
    };
    *change = (struct folder_change){
        .entry = {.name = job->name,
                  .status = str_of(status_name(status)),
                  .failed_runs = item->failed_runs,
                  .files = files_of(arena, json_object_get(line, "files")),
                  .written = item->written},
        .done = true,
    };
    return arena_status(arena);
}

struct shard_line_reader {
    FILE *file;
    char *line;
    size_t room;
};

/* ST_DATA at the end, or where it is none. */
static enum status next_line(struct shard_line_reader *r, json_t **tree)
{
    const ssize_t len = getline(&r->line, &r->room, r->file);

    if (len <= 0)
        return !feof(r->file) && errno == ENOMEM ? ST_NOMEM : ST_DATA;
    return json_in((struct str){r->line, (size_t)len}, tree);
}

/* Up to the line that counts the others. */
static enum status read_reports(struct arena *arena,
                                struct shard_line_reader *r,
                                const struct shard *shard,
                                struct shard_reports *reports)
{
    const size_t before = reports->items.count;
    bool ended = false;
    enum status st = ST_OK;

    while (st == ST_OK && !ended) {
        json_t *line = NULL;
        const json_t *end;

        st = next_line(r, &line);
        end = json_object_get(line, "end");
        ended = end != NULL;
        if (ended &&
            (size_t)json_integer_value(end) != reports->items.count - before)
            st = ST_DATA;
        else if (st == ST_OK && !ended)
            st = read_report(arena, line, shard, reports);
        json_decref(line);
    }
    return st;
}

static FILE *open_record(int fd, const struct shard *shard)
{
    char path[SHARD_PATH_SIZE];

    shard_path(shard, SHARD_RECORD_NAME, path);
    return file_open_at(fd, path);
}

enum status shard_record_read(struct arena *arena, int fd,
                              const struct shard *shard,
                              struct shard_record *record,
                              struct shard_reports *reports)
{
    struct shard_line_reader r = {.file = open_record(fd, shard)};
    json_t *head = NULL;
    enum status st = ST_BUG;

    if (r.file == NULL)
        return ST_NOINPUT;
    st = next_line(&r, &head);
    if (st == ST_OK)
        st = read_head(arena, head, record);
    if (st == ST_OK)
        st = read_reports(arena, &r, shard, reports);
    json_decref(head);
    free(r.line);
    (void)fclose(r.file);
    return st;
}
