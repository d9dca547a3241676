#include "batch/batch.h"
#include "batch/confine.h"
#include "batch/manifest.h"
#include "batch/out_folder.h"
#include "batch/outputs.h"
#include "batch/pool.h"
#include "batch/stop_signals.h"
#include "cmd/console.h"
#include "cmd/print_outcome.h"

#include <signal.h>
#include <sysexits.h>
#include <unistd.h>

/* A report whose result has come, or has not yet. */
struct batch_item {
    bool done;
    int64_t ms;
    struct outcome outcome;
};

struct batch {
    const struct options *options;
    const struct jobs *jobs;
    const struct confinement *confinement;
    struct batch_item *items; /* as jobs->items */
    int64_t start;            /* of pool_clock() */
    size_t told;              /* the first ones, in order */
    struct tally tally;
    bool missing_said;
};

/* Told once a run. */
static void print_missing_protection(struct batch *b, unsigned missing)
{
    if (b->missing_said || missing == 0 || !print_wanted(b->options, VERBOSE))
        return;
    b->missing_said = true;
    if ((missing & MISSING_LANDLOCK) != 0)
        console_line(
            PRIORITY_NOTICE,
            "this kernel has no Landlock: reports are read without it");
    if ((missing & MISSING_CALL_FILTER) != 0)
        console_line(PRIORITY_NOTICE,
                     "this kernel takes no seccomp filter: reports "
                     "are read without it");
    if ((missing & MISSING_LIMITS) != 0)
        console_line(PRIORITY_NOTICE,
                     "memory, cores and privileges cannot be limited here");
}

/* What is told is needed no longer, but for the record. */
static void forget(struct outcome *outcome)
{
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        if (i != TEXT_RECORD)
            buf_free(&outcome->texts[i]);
    }
}

/* All results up to the first that has not come. */
static void print_ready(struct batch *b)
{
    while (b->told < b->jobs->count && b->items[b->told].done) {
        print_outcome(b->options, &b->jobs->items[b->told],
                      &b->items[b->told].outcome);
        forget(&b->items[b->told].outcome);
        b->told++;
    }
}

/* At the end of a run that was stopped: results that came out of turn. */
static void print_rest(struct batch *b)
{
    for (size_t i = b->told; i < b->jobs->count; i++) {
        if (b->items[i].done)
            print_outcome(b->options, &b->jobs->items[i], &b->items[i].outcome);
    }
}

/* The batch owns the outcome from now on. */
static void take(struct batch *b, const struct pool_result *result)
{
    struct batch_item *item = &b->items[result->job];

    *item = (struct batch_item){true, result->ms, result->outcome};
    tally_add(&b->tally, &item->outcome);
    print_missing_protection(b, result->missing);
    print_ready(b);
    if (b->options->verbosity != QUIET)
        console_progress(b->tally.done, b->jobs->count, b->tally.failed,
                         pool_clock() - b->start);
}

#define TOO_LATE                                                               \
    "councilpress: not done within --timeout: raise it, or split the report\n"

static _Noreturn void end_late(const char *message, size_t len)
{
    /* Nobody is left to hear that it cannot be said. */
    const ssize_t n = write(STDERR_FILENO, message, len);

    (void)n;
    _exit(EX_DATAERR);
}

static void too_late(int number)
{
    (void)number;
    end_late(TOO_LATE, sizeof(TOO_LATE) - 1);
}

/* The same line for the journal: a handler may not ask for it. */
static void too_late_in_journal(int number)
{
    static const char message[] = "<3>" TOO_LATE;

    (void)number;
    end_late(message, sizeof(message) - 1);
}

/* Its time limit is an alarm, which ends the process. */
static void run_one(struct batch *b, struct report_builder *builder)
{
    struct pool_result result = {.job = 0};

    (void)signal(SIGALRM, journal_listens() ? too_late_in_journal : too_late);
    (void)alarm(b->options->timeout);
    result.missing = confine_enter(b->confinement);
    result.outcome.status =
        report_build(builder, &b->jobs->items[0], &result.outcome);
    result.ms = pool_clock() - b->start;
    (void)alarm(0);
    take(b, &result);
}

/* True when a worker may have left a temporary file. */
static bool run_pool(struct batch *b, struct report_builder *builder,
                     const struct stop_signals *stop, int *signal)
{
    struct pool pool;
    struct pool_result result;
    enum pool_event event;

    pool_open(&pool, builder, b->options, b->jobs, b->confinement, stop->fd);
    while ((event = pool_next(&pool, &result)) == POOL_RESULT)
        take(b, &result);
    pool_close(&pool);
    if (event == POOL_STOPPED)
        *signal = stop_signals_which(stop);
    return pool.lost_one && !pool.one_may_live;
}

static enum status run_many(struct batch *b, struct report_builder *builder,
                            const struct out_folder *folder, int *signal)
{
    struct stop_signals stop;
    const enum status st = stop_signals_open(&stop);

    if (st != ST_OK)
        return st;
    if (run_pool(b, builder, &stop, signal) && folder->path != NULL)
        out_folder_sweep(folder);
    stop_signals_close(&stop);
    return ST_OK;
}

static void print_orphans(const struct options *o,
                          const struct orphans *orphans)
{
    if (o->verbosity == QUIET)
        return;
    for (size_t i = 0; i < orphans->count; i++)
        console_line(
            PRIORITY_NOTICE,
            "%s/%s%s.*: orphaned: no report of this name was found; they "
            "stay",
            o->out, orphans->names[i], output_mark(o));
}

/* manifest.json, once every report has its result. */
static enum status write_down(struct arena *arena, struct batch *b)
{
    const size_t n = b->jobs->count;
    struct manifest_item *items = arena_alloc(arena, n, sizeof(*items));
    struct orphans orphans = {NULL, 0};
    enum status st = ST_OK;

    if (items == NULL)
        return arena_status(arena);
    for (size_t i = 0; i < n; i++)
        items[i] = (struct manifest_item){
            .name = b->jobs->items[i].name,
            .status = b->items[i].outcome.status,
            .ms = b->items[i].ms,
            .record = buf_view(&b->items[i].outcome.texts[TEXT_RECORD]),
        };
    manifest_sort(items, n);
    /* One report of many leaves the others as they are: they are no orphans. */
    if (b->jobs->searched)
        st = manifest_orphans(arena, b->options, items, n, &orphans);
    if (st == ST_OK)
        st = manifest_put(b->options, items, n, &orphans);
    print_orphans(b->options, &orphans);
    b->tally.orphans = orphans.names;
    b->tally.norphans = orphans.count;
    return st;
}

static enum status run_all(struct arena *arena, struct batch *b,
                           struct report_builder *builder,
                           const struct out_folder *folder, int *signal)
{
    enum status st = ST_OK;

    if (b->jobs->count == 1)
        run_one(b, builder);
    else
        st = run_many(b, builder, folder, signal);
    console_progress_end();
    if (st != ST_OK)
        return st;
    b->tally.stopped = *signal != 0;
    if (b->tally.stopped) {
        print_rest(b);
        console_line(
            PRIORITY_WARNING,
            "stopped: %zu of %zu reports are done; the next run goes on",
            b->tally.done, b->jobs->count);
    } else if (folder->path != NULL) {
        b->tally.status = status_worst(b->tally.status, write_down(arena, b));
    }
    b->tally.ms = pool_clock() - b->start;
    print_summary(b->options, &b->tally);
    return b->tally.status;
}

enum status batch_run(struct arena *arena, struct report_builder *builder,
                      const struct options *options, const struct jobs *jobs,
                      enum status found, int *signal)
{
    struct out_folder folder = {NULL, -1, -1};
    struct confinement confinement;
    struct batch b = {.options = options,
                      .jobs = jobs,
                      .confinement = &confinement,
                      .start = pool_clock(),
                      .tally = {.status = found, .reports = jobs->count}};
    enum status st = ST_OK;

    *signal = 0;
    b.items = arena_alloc(arena, jobs->count, sizeof(*b.items));
    if (b.items == NULL)
        return arena_status(arena);
    if (options_write(options))
        st = out_folder_open(options, &folder);
    if (st != ST_OK)
        return st;
    confine_open(&confinement, options, jobs,
                 report_builder_templates(builder)->folder);
    st = run_all(arena, &b, builder, &folder, signal);
    confine_close(&confinement);
    out_folder_close(&folder);
    for (size_t i = 0; i < jobs->count; i++)
        outcome_free(&b.items[i].outcome);
    return st;
}
