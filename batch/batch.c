#include "batch/batch.h"
#include "batch/confine.h"
#include "batch/find_reports.h"
#include "batch/folder_state.h"
#include "batch/index_page.h"
#include "batch/manifest.h"
#include "batch/other_copy.h"
#include "batch/out_folder.h"
#include "batch/pool.h"
#include "batch/report_builder.h"
#include "batch/report_files.h"
#include "batch/run_sum.h"
#include "batch/shard_folder.h"
#include "batch/shard_record.h"
#include "batch/stop_signals.h"

#include <time.h>

/* A report whose result has come, or has not yet. */
struct batch_item {
    bool done;
    int64_t ms;
    struct outcome outcome;
    struct str files; /* what its record says of them (folder_state.h) */
};

struct batch {
    const struct batch_settings *settings;
    const struct observer *observer;
    const struct jobs *jobs;
    size_t found; /* of which the jobs are this shard's */
    const struct confinement *confinement;
    struct batch_item *items; /* as jobs->items */
    int64_t start;            /* of pool_clock() */
    size_t passed_on;         /* the first ones, in order */
    bool missing_said;
    struct list said; /* struct str: what was found in templates and fonts */
    struct batch_result *result;
    struct folder_state state; /* as it was before the run */
};

static bool was_said(const struct batch *b, struct str text)
{
    const struct str *said = b->said.items;

    for (size_t i = 0; i < b->said.count; i++) {
        if (str_eq(said[i], text))
            return true;
    }
    return false;
}

/* What reports have in common is said once, by the first of them; that
   another was not built because of it is said of that one. */
static void pass_on_shared(struct batch *b, size_t i)
{
    const struct outcome *outcome = &b->items[i].outcome;
    struct str rest = buf_view(&outcome->texts[TEXT_SHARED]);
    bool new = rest.len == 0;

    while (rest.len > 0) {
        const struct str text = messages_cut(&rest);
        struct str *said = was_said(b, text) ? NULL : list_add(&b->said);

        if (said == NULL)
            continue;
        *said = arena_str(b->said.arena, text);
        b->observer->findings(b->observer->context, text);
        new = true;
    }
    if (!new && outcome->status != ST_OK &&
        outcome->texts[TEXT_MESSAGES].len == 0)
        observer_error(b->observer,
                       "%s: not built: its template, or what belongs to it, "
                       "has the faults named above",
                       b->jobs->items[i].folder);
}

static void pass_on(struct batch *b, size_t i)
{
    pass_on_shared(b, i);
    b->observer->report(b->observer->context, &b->jobs->items[i],
                        &b->items[i].outcome);
    outcome_free(&b->items[i].outcome); /* all but its numbers */
}

/* All results up to the first that has not come. */
static void pass_on_ready(struct batch *b)
{
    while (b->passed_on < b->jobs->count && b->items[b->passed_on].done)
        pass_on(b, b->passed_on++);
}

/* At the end of a run that was stopped: results that came out of turn. */
static void pass_on_rest(struct batch *b)
{
    for (size_t i = b->passed_on; i < b->jobs->count; i++) {
        if (b->items[i].done)
            pass_on(b, i);
    }
}

static void count(struct batch_result *result, const struct outcome *outcome)
{
    result->done++;
    result->failed += outcome->status != ST_OK;
    result->status = status_worst(result->status, outcome->status);
    if (outcome->unchanged) {
        result->unchanged++;
        return;
    }
    result->errors += outcome->errors;
    result->warnings += outcome->warnings;
    result->acknowledged += outcome->acknowledged;
    result->pages += outcome->pages;
    code_counts_add(&result->codes, buf_view(&outcome->texts[TEXT_CODES]));
}

/* How often it has failed, and how old what stands is. */
static void compare(const struct batch *b, const struct job *job,
                    struct outcome *outcome)
{
    const struct folder_entry *before = folder_state_find(&b->state, job->name);

    if (b->settings->out == NULL)
        return;
    if (before != NULL)
        outcome->written = before->written;
    if (outcome->status == ST_OK && !outcome->unchanged)
        outcome->written = (int64_t)time(NULL);
    if (outcome->status != ST_OK)
        outcome->failed_runs = 1 + (before == NULL ? 0 : before->failed_runs);
}

static void count_standing(struct batch_result *result,
                           const struct outcome *outcome)
{
    if (outcome->status != ST_OK && outcome->written != 0)
        batch_result_add_standing(result, 1, outcome->written,
                                  outcome->written);
}

/* The batch owns the outcome from now on. */
static void take(struct batch *b, const struct pool_result *result)
{
    struct batch_item *item = &b->items[result->job];

    *item = (struct batch_item){true, result->ms, result->outcome, STR_LIT("")};
    if (b->settings->out != NULL && item->outcome.status == ST_OK)
        item->files = folder_state_files(b->said.arena, item->outcome.record);
    outcome_complete(&item->outcome, b->settings, &b->jobs->items[result->job]);
    compare(b, &b->jobs->items[result->job], &item->outcome);
    count_standing(b->result, &item->outcome);
    count(b->result, &item->outcome);
    b->result->ms = pool_clock() - b->start;
    if (result->missing != 0 && !b->missing_said)
        b->observer->unprotected(b->observer->context, result->missing);
    b->missing_said = b->missing_said || result->missing != 0;
    pass_on_ready(b);
    b->observer->progress(b->observer->context, b->result);
}

static void run_pool(struct batch *b, struct report_builder *builder,
                     const struct out_folder *folder,
                     const struct stop_signals *stop)
{
    const struct pool_work work = {
        .builder = builder,
        .settings = b->settings,
        .observer = b->observer,
        .jobs = b->jobs,
        .confinement = b->confinement,
        .out = folder,
    };
    struct pool pool;
    struct pool_result result;
    enum pool_event event;

    pool_open(&pool, &work, stop->fd);
    while ((event = pool_next(&pool, &result)) == POOL_RESULT) {
        if (folder->path != NULL && result.outcome.status == ST_OK &&
            !result.outcome.unchanged)
            report_files_place(b->settings, &b->jobs->items[result.job], folder,
                               result.stage, &result.outcome);
        take(b, &result);
    }
    pool_close(&pool);
    if (event == POOL_STOPPED)
        b->result->signal = stop_signals_which(stop);
}

/* What was not come to is as it was. */
static void note_changes(const struct batch *b, struct folder_change *changes,
                         struct run_record_item *items)
{
    for (size_t i = 0; i < b->jobs->count; i++) {
        const struct batch_item *item = &b->items[i];
        const struct outcome *o = &item->outcome;

        changes[i] = (struct folder_change){
            .entry = {.name = b->jobs->items[i].name,
                      .status = str_of(status_name(o->status)),
                      .failed_runs = o->failed_runs,
                      .files = item->files,
                      .written = o->written},
            .done = item->done,
        };
        items[i] = (struct run_record_item){
            .job = &b->jobs->items[i],
            .done = item->done,
            .status = o->status,
            .unchanged = o->unchanged,
            .ms = item->ms,
            .failed_runs = o->failed_runs,
            .written = o->written,
        };
    }
}

/* One that was stopped has not done its part, and has no record. */
static enum status put_shard(struct arena *arena, const struct batch *b,
                             const struct run_sum *sum)
{
    struct shard_record record;

    if (b->result->signal != 0)
        return ST_OK;
    shard_record_begin(b->settings, arena, &record);
    record.found = b->found;
    record.all = sum->all;
    record.result = *b->result;
    return shard_record_put(sum, &record);
}

/* manifest.json and run.json; of a shard, its record. */
static enum status write_down(struct arena *arena, struct batch *b,
                              const struct out_folder *folder)
{
    const size_t n = b->jobs->count;
    struct run_sum sum = {
        .folder = folder,
        .state = &b->state,
        .changes = arena_alloc(arena, n, sizeof(*sum.changes)),
        .items = arena_alloc(arena, n, sizeof(*sum.items)),
        .n = n,
        .all = b->jobs->searched && !b->jobs->unread && b->result->signal == 0,
    };

    if (sum.changes == NULL || sum.items == NULL)
        return arena_status(arena);
    note_changes(b, sum.changes, sum.items);
    if (b->settings->shard.count == 0)
        return run_sum_put(arena, &sum, b->result);
    return put_shard(arena, b, &sum);
}

/* What stands is in b->state by now. An index that nobody asked for again tells
   less than there is. */
static enum status put_index(const struct batch *b,
                             const struct out_folder *folder,
                             const struct stop_signals *stop)
{
    if (b->settings->shard.count > 0 || b->result->signal != 0)
        return ST_OK;
    if (b->settings->index)
        return index_page_put(folder, &b->state, stop->fd);
    if (b->result->unchanged < b->result->reports)
        index_page_look(folder);
    return ST_OK;
}

static enum status run_all(struct arena *arena, struct batch *b,
                           struct report_builder *builder,
                           const struct out_folder *folder,
                           const struct stop_signals *stop)
{
    enum status st = ST_OK;

    run_pool(b, builder, folder, stop);
    if (b->result->signal != 0)
        pass_on_rest(b);
    b->result->ms = pool_clock() - b->start;
    if (folder->path != NULL)
        st = write_down(arena, b, folder);
    if (folder->path != NULL && st == ST_OK)
        st = put_index(b, folder, stop);
    b->result->whole = true;
    return st;
}

/* With workers that are confined. */
static enum status run_confined(struct arena *arena, struct batch *b,
                                struct report_builder *builder,
                                const struct out_folder *folder,
                                const struct stop_signals *stop)
{
    struct confinement confinement;
    const char *const *templates;
    size_t ntemplates = 0;
    enum status st;

    templates = library_folders(report_builder_library(builder), &ntemplates);
    confine_open(&confinement, b->settings, b->jobs, templates, ntemplates);
    b->confinement = &confinement;
    st = run_all(arena, b, builder, folder, stop);
    b->confinement = NULL;
    confine_close(&confinement);
    return st;
}

/* A signal that comes when all is done is heard last: the folder is left as
   it should be. */
static enum status run_in_folder(struct arena *arena, struct batch *b,
                                 struct report_builder *builder,
                                 struct out_folder *folder)
{
    struct stop_signals stop;
    enum status st = stop_signals_open(&stop);

    if (st == ST_OK)
        st = run_confined(arena, b, builder, folder, &stop);
    out_folder_close(folder);
    stop_signals_close(&stop);
    return st;
}

/* Where files are written, alone in their folder. */
static enum status run_jobs(struct arena *arena, struct report_builder *builder,
                            struct batch *b)
{
    struct out_folder folder = OUT_FOLDER_NONE;
    enum status st = ST_OK;

    b->items = arena_alloc(arena, b->jobs->count, sizeof(*b->items));
    if (b->items == NULL)
        return arena_status(arena);
    if (b->settings->out != NULL)
        st = out_folder_open(b->settings, b->observer, &folder);
    if (st == ST_OK && folder.path != NULL && b->settings->shard.count == 0)
        st = shards_refuse(folder.fd, folder.path, b->observer);
    if (st == ST_OK && b->settings->out != NULL)
        st = other_copy_refuse(arena, b->settings, b->observer);
    if (st == ST_OK && folder.path != NULL)
        st = folder_state_read(arena, &folder, &b->state);
    if (st == ST_OK)
        st = run_in_folder(arena, b, builder, &folder);
    else
        out_folder_close(&folder);
    for (size_t i = 0; i < b->jobs->count; i++)
        outcome_free(&b->items[i].outcome);
    return st;
}

enum status batch_run(struct arena *arena,
                      const struct batch_settings *settings,
                      const char *const *paths, size_t npaths,
                      const struct observer *observer,
                      struct batch_result *result)
{
    struct report_builder *builder = NULL;
    struct jobs jobs;
    struct batch b = {.settings = settings,
                      .observer = observer,
                      .jobs = &jobs,
                      .said = list_of(arena, sizeof(struct str)),
                      .result = result};
    enum status st =
        find_reports(arena, observer, paths, npaths, settings->tree, &jobs);

    b.found = jobs.count;
    shard_choose(&settings->shard, &jobs);
    *result = (struct batch_result){
        .status = st, .started = (int64_t)time(NULL), .reports = jobs.count};
    /* A path that cannot be read costs itself alone. */
    if (b.found == 0 || (st != ST_OK && st != ST_NOINPUT))
        return st;
    st = report_builder_open(settings, observer, &builder);
    for (size_t i = 0; i < jobs.count && st == ST_OK; i++)
        st = report_builder_expect(builder, &jobs.items[i]);
    if (st == ST_OK) {
        observer->opened(observer->context, report_builder_library(builder));
        b.start = pool_clock();
        st = run_jobs(arena, builder, &b);
    }
    report_builder_close(builder);
    result->status = status_worst(result->status, st);
    return result->status;
}
