#include "cmd/watch_reports.h"
#include "batch/batch.h"
#include "batch/beside.h"
#include "batch/outfile.h"
#include "batch/pool.h"
#include "batch/stop_signals.h"
#include "batch/templates_folder.h"
#include "cmd/console.h"
#include "cmd/print_outcome.h"
#include "cmd/print_standing.h"
#include "cmd/run_reports.h"
#include "core/base/digest.h"
#include "preview/watch.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>

#define ROUND_MEMORY ((size_t)1024 * 1024 * 1024)

/* What was said, so that it is not said again by the next run. */
struct said_before {
    uint8_t digest[DIGEST_SIZE];
    uint64_t round; /* the last that would have said it */
};

struct reports_watched {
    struct options *options;
    struct arena *arena;
    struct observer printing;
    struct stop_signals stop;
    struct watch watch;
    const char *const *templates; /* folders of them */
    size_t ntemplates;
    struct list said; /* struct said_before */
    uint64_t round;   /* from 1 */
    bool spoke;       /* this round has said something */
    size_t failed;    /* in the last round */
    int64_t due;      /* when the next begins; 0: when something is saved */
};

/* Whether the last round has not said TEXT of NAME; it counts as said. */
static bool is_new(struct reports_watched *w, const char *name, struct str text)
{
    struct said_before *said = w->said.items;
    uint8_t digest[DIGEST_SIZE];
    struct buf whole;
    size_t free_one = w->said.count;

    buf_init(&whole, SIZE_MAX / 2);
    buf_puts(&whole, name);
    buf_char(&whole, '\n');
    buf_str(&whole, text);
    digest_sha256(buf_view(&whole), digest);
    buf_free(&whole);
    for (size_t i = 0; i < w->said.count; i++) {
        if (said[i].round + 1 < w->round) {
            free_one = i;
        } else if (memcmp(said[i].digest, digest, DIGEST_SIZE) == 0) {
            const bool again = said[i].round != w->round;

            said[i].round = w->round;
            return !again;
        }
    }
    if (free_one == w->said.count && list_add(&w->said) == NULL)
        return true;
    said = w->said.items;
    memcpy(said[free_one].digest, digest, DIGEST_SIZE);
    said[free_one].round = w->round;
    return true;
}

static void hear_line(void *context, enum priority priority, struct str line)
{
    struct reports_watched *w = context;

    if (priority == PRIORITY_INFO || !is_new(w, "", line))
        return;
    w->spoke = true;
    w->printing.line(w->printing.context, priority, line);
}

static void hear_findings(void *context, struct str text)
{
    struct reports_watched *w = context;

    if (!is_new(w, "", text))
        return;
    w->spoke = true;
    console_findings(text, w->options->verbosity == VERBOSE);
}

static void hear_opened(void *context, const struct library *library)
{
    struct reports_watched *w = context;

    if (w->round == 1)
        w->printing.opened(w->printing.context, library);
}

static void hear_unprotected(void *context, unsigned missing)
{
    struct reports_watched *w = context;

    if (w->round == 1)
        w->printing.unprotected(w->printing.context, missing);
}

static void say_number(uint64_t n, const char *what)
{
    if (n > 0)
        (void)printf(", %" PRIu64 " %s%s", n, what, n == 1 ? "" : "s");
}

/* "leisure: built, 7 pages, 2 warnings" */
static void print_line(const struct job *job, const struct outcome *o)
{
    console_visible(stdout, str_of(job->name));
    (void)fputs(o->status != ST_OK ? ": not written" : ": built", stdout);
    if (o->status == ST_OK)
        say_number(o->pages, "page");
    say_number(o->errors, "error");
    say_number(o->warnings, "warning");
    if (o->status != ST_OK && o->written != 0)
        (void)fputs("; its older files still stand", stdout);
    (void)putchar('\n');
}

static void hear_report(void *context, const struct job *job,
                        const struct outcome *outcome)
{
    struct reports_watched *w = context;
    const struct str messages = buf_view(&outcome->texts[TEXT_MESSAGES]);

    if (outcome->unchanged)
        return;
    if (outcome->status != ST_OK && !is_new(w, job->folder, messages))
        return;
    w->spoke = true;
    if (w->options->json) {
        print_outcome(w->options, job, outcome);
        return;
    }
    console_findings(messages, w->options->verbosity == VERBOSE);
    if (print_wanted(w->options, NORMAL))
        print_line(job, outcome);
}

static void hear_progress(void *context, const struct batch_result *so_far)
{
    (void)context;
    (void)so_far;
}

/* Every round ends with a line where it, or its sum, is another than before. */
static void print_end(struct reports_watched *w,
                      const struct batch_result *result)
{
    if (!w->spoke && w->round > 1 && w->failed == result->failed)
        return;
    if (w->options->json)
        print_summary(w->options, result);
    else if (print_wanted(w->options, NORMAL))
        (void)printf(
            "%zu %s, %zu failed; watching for changes\n", result->reports,
            result->reports == 1 ? "report" : "reports", result->failed);
    (void)fflush(stdout);
}

static enum status run_round(struct reports_watched *w,
                             struct batch_result *result)
{
    struct options *o = w->options;
    const struct observer observer = {
        .context = w,
        .line = hear_line,
        .findings = hear_findings,
        .opened = hear_opened,
        .unprotected = hear_unprotected,
        .report = hear_report,
        .progress = hear_progress,
    };
    struct arena arena;
    enum status st;

    w->round++;
    w->spoke = false;
    arena_init(&arena, ROUND_MEMORY);
    st = batch_run(&arena, &o->settings, o->arguments, o->narguments, &observer,
                   result);
    if (result->signal == 0) {
        if (w->round == 1)
            print_orphans(o, result);
        print_end(w, result);
    }
    w->failed = result->failed;
    o->settings.force = false; /* it was for the first */
    arena_free(&arena);
    return st;
}

/* Other reports that the one in FOLDER names; one that is not there may come.
 */
static void watch_beside(struct reports_watched *w, struct beside *beside,
                         const char *folder)
{
    struct arena arena;
    struct list named;

    arena_init(&arena, w->options->settings.max_memory);
    named = list_of(&arena, sizeof(const char *));
    if (beside_named(beside, &arena, folder, &named))
        (void)watch_add_one(&w->watch,
                            arena_printf(&arena, "%s/..", folder).ptr, 0);
    for (size_t i = 0; i < named.count; i++)
        watch_add(&w->watch, ((const char *const *)named.items)[i], 0);
    arena_free(&arena);
}

/* What PATH names, or what holds it. */
static void watch_path(struct reports_watched *w, struct beside *beside,
                       const char *path)
{
    const char *last = strrchr(path, '/');
    const char *name = last == NULL ? path : last + 1;

    if (strcmp(name, "report.xml") == 0 && last == NULL)
        path = ".";
    else if (strcmp(name, "report.xml") == 0)
        path = last == path
                   ? "/"
                   : arena_cstr(w->arena,
                                str_to(str_of(path), (size_t)(last - path)));
    if (path == NULL)
        return;
    watch_add(&w->watch, path, 0);
    watch_beside(w, beside, path);
}

/* Anew, since folders come and go. */
static enum status watch_all(struct reports_watched *w)
{
    const struct options *o = w->options;
    struct beside beside;
    enum status st;

    watch_close(&w->watch);
    st = watch_open(&w->watch);
    if (st != ST_OK)
        return st;
    watch_pass_over(&w->watch, o->settings.out);
    beside_open(&beside, &o->settings);
    for (size_t i = 0; i < o->narguments; i++)
        watch_path(w, &beside, o->arguments[i]);
    beside_close(&beside);
    for (size_t i = 0; i < w->ntemplates; i++)
        watch_add(&w->watch, w->templates[i], 0);
    if (w->round == 0 && (w->watch.polled || w->watch.incomplete))
        hear_line(w, PRIORITY_NOTICE,
                  STR_LIT("some folders are on a shared file system, or are "
                          "more than this machine watches: they are looked at "
                          "once a second"));
    return ST_OK;
}

static void on_changed(void *context, size_t owner, int64_t settle,
                       bool restructured)
{
    struct reports_watched *w = context;
    const int64_t due = pool_clock() + settle;

    (void)owner;
    (void)restructured;
    if (w->due < due)
        w->due = due;
}

/* How long to wait at most; -1: until something comes. */
static int wait_for(const struct reports_watched *w)
{
    const int64_t left = w->due - pool_clock();

    if (w->due > 0)
        return left > 0 ? (int)left : 0;
    return w->watch.incomplete || w->watch.polled ? WATCH_LOOK : -1;
}

/* False: a signal has come. */
static bool await_change(struct reports_watched *w)
{
    const struct watch_heard heard = {w, on_changed};

    w->due = 0;
    for (;;) {
        struct pollfd fds[] = {{.fd = w->stop.fd, .events = POLLIN},
                               {.fd = w->watch.fd, .events = POLLIN}};
        const int n = poll(fds, 2, wait_for(w));

        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0 && fds[0].revents != 0) {
            (void)stop_signals_which(&w->stop);
            return false;
        }
        if (n > 0 && fds[1].revents != 0)
            watch_read(&w->watch, &heard);
        if (n == 0 && w->due == 0)
            watch_look(&w->watch, &heard);
        if (n == 0 &&
            (w->due == 0 ? w->watch.incomplete : pool_clock() >= w->due))
            return true;
    }
}

static enum status follow(struct reports_watched *w)
{
    struct batch_result result;
    enum status st;

    do {
        st = watch_all(w);
        if (st == ST_OK)
            st = run_round(w, &result);
        else
            return st;
        if (result.signal != 0 || st == ST_NOMEM || st == ST_BUG ||
            (w->round == 1 && result.reports == 0))
            return st;
    } while (await_change(w));
    return st;
}

static void say_nothing(void *context, enum priority priority, struct str line)
{
    (void)context;
    (void)priority;
    (void)line;
}

enum status watch_reports(struct arena *arena, struct options *options)
{
    struct reports_watched w = {
        .options = options,
        .arena = arena,
        .printing = printing_observer(options),
        .watch = {.fd = -1},
        .said = list_of(arena, sizeof(struct said_before)),
    };
    struct observer silent = w.printing;
    struct outfile_error error = {.error = 0};
    struct templates_folders folders = {NULL, 0, NULL, NULL};
    enum status st;

    options->settings.roots = options->arguments;
    options->settings.nroots = options->narguments;
    silent.line = say_nothing;
    /* What hinders either is said by the first run. */
    if (templates_folders(arena, &options->settings, &silent, &folders) ==
        ST_OK) {
        w.templates = folders.folders;
        w.ntemplates = folders.count;
    }
    st = outfile_folder(options->settings.out, &error);
    if (st == ST_NOMEM)
        return st;
    st = stop_signals_open(&w.stop);
    if (st != ST_OK)
        return st;
    st = follow(&w);
    watch_close(&w.watch);
    stop_signals_close(&w.stop);
    return st;
}
