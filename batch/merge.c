#include "batch/merge.h"
#include "batch/index_page.h"
#include "batch/record.h"
#include "batch/run_sum.h"
#include "batch/shard_folder.h"
#include "batch/shard_record.h"
#include "core/base/version.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DAY_SECONDS = 24 * 60 * 60, NAMED_MAX = 20 };

struct merge {
    struct arena *arena;
    struct batch_settings *settings;
    const struct observer *observer;
    struct out_folder folder;
    struct shards shards;         /* all there are */
    struct shard_record *records; /* as shards.items */
    struct shard_reports reports; /* of all */
};

/* A folder that nobody has written to is not made. */
static enum status open_folder(struct merge *m)
{
    const char *out = m->settings->out;
    const int fd = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0) {
        observer_cannot(m->observer, out, "", "open", errno);
        return ST_NOINPUT;
    }
    (void)close(fd); /* nothing was written */
    return out_folder_open(m->settings, m->observer, &m->folder);
}

/* The first that is not as those before it. */
static enum status refuse_counts(const struct merge *m)
{
    const struct shard *s = m->shards.items;

    for (size_t i = 1; i < m->shards.count; i++) {
        if (s[i].count == s[0].count)
            continue;
        observer_error(m->observer,
                       "%s: error: shards of runs in %u and in %u parts stand "
                       "here: remove those that are not meant from "
                       "%s/" SHARDS_FOLDER,
                       m->settings->out, s[0].count, s[i].count,
                       m->settings->out);
        return ST_DATA;
    }
    return ST_OK;
}

static enum status list_shards(struct merge *m)
{
    enum status st = shards_list(m->arena, m->folder.fd, m->settings->out,
                                 m->observer, &m->shards);

    if (st == ST_OK && m->shards.count == 0) {
        observer_error(m->observer,
                       "%s: error: nothing to merge: no shard has written here "
                       "since the last merge",
                       m->settings->out);
        st = ST_NOINPUT;
    }
    return st == ST_OK ? refuse_counts(m) : st;
}

static void say_missing(const struct merge *m, size_t said, unsigned number,
                        enum status why)
{
    if (said < NAMED_MAX)
        observer_error(m->observer,
                       "%s: error: shard %u of %u %s: run it again, then merge",
                       m->settings->out, number, m->shards.items[0].count,
                       why == ST_DATA ? "has a record that is damaged"
                                      : "has not ended");
}

/* All records, or a line for each shard that has none. */
static enum status read_records(struct merge *m)
{
    const unsigned count = m->shards.items[0].count;
    size_t missing = 0;
    size_t at = 0;

    m->records = arena_alloc(m->arena, count, sizeof(*m->records));
    if (m->records == NULL)
        return arena_status(m->arena);
    for (unsigned number = 1; number <= count; number++) {
        const struct shard shard = {number, count};
        enum status st = ST_NOINPUT;

        if (at < m->shards.count && m->shards.items[at].number == number) {
            st = shard_record_read(m->arena, m->folder.fd, &shard,
                                   &m->records[number - 1], &m->reports);
            at++;
        }
        if (st == ST_NOMEM || arena_status(m->arena) != ST_OK)
            return ST_NOMEM;
        if (st != ST_OK)
            say_missing(m, missing++, number, st);
    }
    if (missing > NAMED_MAX)
        observer_error(m->observer, "%s: error: nor have %zu more",
                       m->settings->out, missing - NAMED_MAX);
    return missing > 0 ? ST_NOINPUT : ST_OK;
}

static enum status refuse_version(const struct merge *m, unsigned number,
                                  struct str version)
{
    observer_error(m->observer,
                   "%s: error: shard %u of %u was built by version %.*s, and "
                   "this is " COUNCILPRESS_VERSION
                   ": run it again with this one, then merge",
                   m->settings->out, number, m->shards.items[0].count,
                   STR_ARG(version));
    return ST_DATA;
}

/* One program, one copy, one set of options. */
static enum status compare(const struct merge *m)
{
    const unsigned count = m->shards.items[0].count;
    const struct shard_record *first = &m->records[0];

    for (unsigned i = 0; i < count; i++) {
        const struct shard_record *r = &m->records[i];

        if (!str_is(r->version, COUNCILPRESS_VERSION))
            return refuse_version(m, i + 1, r->version);
        if (str_eq(r->copy, first->copy) && str_eq(r->options, first->options))
            continue;
        observer_error(m->observer,
                       "%s: error: shards 1 and %u of %u were built with other "
                       "options (--copy, --format, --tree, --strict, --as-of, "
                       "--set): run them again with the same, then merge",
                       m->settings->out, i + 1, count);
        return ST_DATA;
    }
    return ST_OK;
}

static int by_start(const void *a, const void *b)
{
    const struct shard_record *const *x = a;
    const struct shard_record *const *y = b;
    const int64_t first = (*x)->result.started;
    const int64_t second = (*y)->result.started;

    return first < second ? -1 : first > second;
}

/* One that ended long before others began is of another night, whose merge did
   not come to its end. */
static enum status refuse_old(const struct merge *m)
{
    const unsigned count = m->shards.items[0].count;
    const struct shard_record **sorted =
        arena_alloc(m->arena, count, sizeof(*sorted));
    int64_t end = 0;

    if (sorted == NULL)
        return arena_status(m->arena);
    for (unsigned i = 0; i < count; i++)
        sorted[i] = &m->records[i];
    qsort(sorted, count, sizeof(*sorted), by_start);
    for (unsigned i = 0; i < count; i++) {
        const struct batch_result *r = &sorted[i]->result;

        if (i > 0 && r->started - end > DAY_SECONDS) {
            observer_error(
                m->observer,
                "%s: error: shard %u of %u ended %" PRId64
                " days before others began: run it again, then merge",
                m->settings->out, (unsigned)(sorted[i - 1] - m->records) + 1,
                count, (r->started - end) / DAY_SECONDS);
            return ST_NOINPUT;
        }
        if (r->started + r->ms / 1000 > end)
            end = r->started + r->ms / 1000;
    }
    return ST_OK;
}

static void add_codes(struct code_counts *sum, const struct code_counts *more)
{
    for (size_t i = 0; i < FINDING_MAX; i++) {
        sum->items[i].id = (enum finding_id)i;
        sum->items[i].findings += more->items[i].findings;
        sum->items[i].reports += more->items[i].reports;
    }
}

static void add_result(struct batch_result *sum, const struct batch_result *r)
{
    const int64_t before = sum->started + sum->ms / 1000;
    const int64_t end = r->started + r->ms / 1000;

    sum->status = status_worst(sum->status, r->status);
    sum->reports += r->reports;
    sum->done += r->done;
    sum->unchanged += r->unchanged;
    sum->failed += r->failed;
    sum->errors += r->errors;
    sum->warnings += r->warnings;
    sum->acknowledged += r->acknowledged;
    sum->pages += r->pages;
    add_codes(&sum->codes, &r->codes);
    batch_result_add_standing(sum, r->standing, r->oldest, r->newest);
    if (sum->started == 0 || r->started < sum->started)
        sum->started = r->started;
    sum->ms = ((end > before ? end : before) - sum->started) * 1000;
}

/* The whole run, and whether its reports are all there are. */
static bool add_results(const struct merge *m, struct batch_result *result)
{
    const unsigned count = m->shards.items[0].count;
    bool all = true;
    bool same = true;

    for (unsigned i = 0; i < count; i++) {
        add_result(result, &m->records[i].result);
        all = all && m->records[i].all;
        same = same && m->records[i].found == m->records[0].found;
    }
    if (!same)
        observer_line(m->observer, PRIORITY_WARNING,
                      "%s: the shards did not find the same number of reports: "
                      "what came or went while they ran is in the next run; "
                      "look whether every machine sees all report folders",
                      m->settings->out);
    return all;
}

static int by_place(const void *a, const void *b)
{
    const struct run_record_item *x = a;
    const struct run_record_item *y = b;

    if (x->job->place != y->job->place)
        return x->job->place < y->job->place ? -1 : 1;
    return strcmp(x->job->name, y->job->name);
}

static enum status list_failed(struct merge *m, struct merged *merged)
{
    const struct run_record_item *items = m->reports.items.items;
    struct list failed = list_of(m->arena, sizeof(*items));

    for (size_t i = 0; i < m->reports.items.count; i++) {
        struct run_record_item *item =
            items[i].status == ST_OK ? NULL : list_add(&failed);

        if (item != NULL)
            *item = items[i];
    }
    *merged = (struct merged){failed.items, failed.count};
    return arena_status(m->arena);
}

/* Before the shards' records go: a merge that failed here is run again. */
static enum status put_index(const struct merge *m,
                             const struct folder_state *state,
                             const struct batch_result *result)
{
    if (m->settings->index)
        return index_page_put(&m->folder, state, -1);
    if (result->unchanged < result->reports)
        index_page_look(&m->folder);
    return ST_OK;
}

static enum status put_sum(struct merge *m, struct batch_result *result,
                           struct merged *merged)
{
    struct shard_reports *r = &m->reports;
    struct folder_state state;
    struct run_sum sum = {
        .folder = &m->folder,
        .state = &state,
        .changes = r->changes.items,
        .items = r->items.items,
        .n = r->items.count,
        .all = add_results(m, result),
    };
    enum status st;

    if (sum.n > 1)
        qsort(sum.items, sum.n, sizeof(*sum.items), by_place);
    st = list_failed(m, merged);
    if (st == ST_OK)
        st = folder_state_read(m->arena, &m->folder, &state);
    if (st == ST_OK)
        st = run_sum_put(m->arena, &sum, result);
    if (st == ST_OK)
        st = put_index(m, &state, result);
    return st;
}

static enum status merge(struct merge *m, struct batch_result *result,
                         struct merged *merged)
{
    enum status st = list_shards(m);

    if (st == ST_OK)
        st = read_records(m);
    if (st == ST_OK)
        st = compare(m);
    if (st == ST_OK)
        st = refuse_old(m);
    if (st != ST_OK)
        return st;
    m->settings->audience =
        str_eq(m->records[0].copy, audience_name(AUDIENCE_INTERNAL))
            ? AUDIENCE_INTERNAL
            : AUDIENCE_PUBLIC;
    st = put_sum(m, result, merged);
    if (st != ST_OK)
        return st;
    result->whole = true;
    return shards_remove(m->folder.fd, m->settings->out, m->observer);
}

enum status batch_merge(struct arena *arena, struct batch_settings *settings,
                        const struct observer *observer,
                        struct batch_result *result, struct merged *merged)
{
    struct merge m = {
        .arena = arena,
        .settings = settings,
        .observer = observer,
        .folder = OUT_FOLDER_NONE,
        .reports = {list_of(arena, sizeof(struct folder_change)),
                    list_of(arena, sizeof(struct run_record_item))},
    };
    enum status st;

    *result = (struct batch_result){.status = ST_OK};
    *merged = (struct merged){NULL, 0};
    st = open_folder(&m);
    if (st == ST_OK)
        st = merge(&m, result, merged);
    out_folder_close(&m.folder);
    result->status = status_worst(result->status, st);
    return result->status;
}
