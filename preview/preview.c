#include "preview/preview.h"
#include "batch/find_reports.h"
#include "batch/pool.h"
#include "batch/stop_signals.h"
#include "input/templates/library.h"
#include "preview/browser.h"
#include "preview/preview_build.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define BEAT_MS 15000
#define EMPTY_MS                                                               \
    (60 * 60 * 1000) /* until it ends without a page that is open */

static void say(const struct preview *p, const char *text)
{
    p->observer->line(p->observer->context, PRIORITY_NOTICE, str_of(text));
}

/* Once: folders are watched anew whenever some come or go. */
static void say_watched(struct preview *p)
{
    if (p->watch.polled && !p->said_polled)
        say(p,
            "Some folders are on a shared file system, or are more than this "
            "machine watches: they are looked at once a second.");
    if (p->watch.incomplete && !p->said_incomplete)
        say(p, "There are more folders than can be looked at: saves in those "
               "beyond are not seen. Name fewer paths.");
    p->said_polled |= p->watch.polled;
    p->said_incomplete |= p->watch.incomplete;
}

static enum status watch_all(struct preview *p)
{
    const enum status st = watch_open(&p->watch);
    size_t nfolders = 0;
    const char *const *folders = NULL;

    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < p->jobs.count; i++)
        watch_add(&p->watch, p->jobs.items[i].folder, i);
    for (size_t i = 0; i < p->settings.npaths; i++)
        watch_add(&p->watch, p->settings.paths[i], PATH_OWNER);
    if (p->builder != NULL)
        folders =
            library_folders(report_builder_library(p->builder), &nfolders);
    for (size_t i = 0; i < nfolders; i++)
        watch_add(&p->watch, folders[i], TEMPLATES_OWNER);
    preview_watch_all_beside(p);
    preview_watch_fonts(p);
    say_watched(p);
    return ST_OK;
}

static enum status open_reports(struct preview *p)
{
    const enum status st = reports_open(&p->reports, &p->jobs, p->audience);

    return st == ST_OK ? watch_all(p) : st;
}

static enum status find_all(struct preview *p)
{
    enum status st;

    arena_init(&p->found, PREVIEW_ARENA_MAX);
    st = find_reports(&p->found, p->observer, p->settings.paths,
                      p->settings.npaths, false, &p->jobs);
    if (p->jobs.count == 0)
        return st == ST_OK ? ST_NOINPUT : st;
    st = preview_open_builder(p);
    return st == ST_OK ? open_reports(p) : st;
}

static void forget_all(struct preview *p)
{
    reports_close(&p->reports);
    watch_close(&p->watch);
    preview_close_builder(p);
    arena_free(&p->found);
}

static bool is_among(const struct jobs *jobs, const char *folder)
{
    for (size_t i = 0; i < jobs->count; i++) {
        if (strcmp(jobs->items[i].folder, folder) == 0)
            return true;
    }
    return false;
}

/* A report that somebody looks at stays where its folder has gone, which may
   come back. */
static enum status keep_shown(const struct preview *p, struct arena *arena,
                              struct jobs *jobs)
{
    struct job *all =
        arena_alloc(arena, jobs->count + p->jobs.count, sizeof(*all));

    if (all == NULL)
        return ST_NOMEM;
    memcpy(all, jobs->items, jobs->count * sizeof(*all));
    for (size_t i = 0; i < p->jobs.count; i++) {
        const struct job *job = &p->jobs.items[i];

        if (is_among(jobs, job->folder) || !reports_are_shown(&p->reports, i))
            continue;
        all[jobs->count] = (struct job){
            .folder = arena_cstr(arena, str_of(job->folder)),
            .name = arena_cstr(arena, str_of(job->name)),
            .number = jobs->count,
            .place = jobs->count,
        };
        all[0].alone = false;
        jobs->count++;
    }
    jobs->items = all;
    return arena_status(arena);
}

/* In whatever order. */
static bool same_jobs(const struct jobs *a, const struct jobs *b)
{
    bool same = a->count == b->count;

    for (size_t i = 0; same && i < a->count; i++)
        same = is_among(b, a->items[i].folder);
    return same;
}

static void templates_are_saved(struct preview *p, int64_t settle)
{
    p->templates_saved = true;
    reports_all_saved(&p->reports, settle);
}

static void on_changed(void *context, size_t owner, int64_t settle,
                       bool restructured)
{
    struct preview *p = context;

    if (restructured && (owner == PATH_OWNER || owner == TEMPLATES_OWNER))
        p->restructured = pool_clock() + WATCH_REMOVED;
    if (owner == PATH_OWNER)
        return;
    if (owner != TEMPLATES_OWNER) {
        reports_saved(&p->reports, owner, settle);
        return;
    }
    p->templates_moved |= restructured;
    templates_are_saved(p, settle);
}

static int64_t sooner(int64_t a, int64_t b)
{
    if (a < 0)
        return b;
    return b < 0 || a < b ? a : b;
}

/* Sends a sign of life now and then, by which a page that has gone is noticed.
 */
static void beat(struct preview *p, int64_t now)
{
    if (now - p->beat < BEAT_MS)
        return;
    p->beat = now;
    streams_beat(&p->server.streams);
    if (streams_are_read(&p->server.streams))
        p->server.last = now;
}

/* Does what is due; how many milliseconds until something is. */
static int64_t do_due(struct preview *p)
{
    const int64_t now = pool_clock();
    int64_t wait = preview_build_next(p);

    wait = sooner(wait, preview_check_time(p, now));
    wait = sooner(wait, preview_tell_slow(p, now));
    wait = sooner(wait, server_wait(&p->server));
    beat(p, now);
    if (p->restructured > 0)
        wait = sooner(wait, p->restructured > now ? p->restructured - now : 0);
    if (p->watch.polled)
        wait = sooner(wait, WATCH_LOOK);
    return sooner(wait, BEAT_MS);
}

static void say_nothing(void *context, enum priority priority, struct str line)
{
    (void)context;
    (void)priority;
    (void)line;
}

static bool can_read(const char *path)
{
    return access(path, R_OK) == 0;
}

/* What is not there, or may not be read, cannot be watched: it is looked for
   again and again. Asked before others are watched, since it may come
   meanwhile. */
static void look_for_paths(struct preview *p)
{
    for (size_t i = 0; i < p->settings.npaths; i++) {
        if (!can_read(p->settings.paths[i]))
            p->restructured = pool_clock() + WATCH_LOOK;
    }
}

/* A folder of templates that is gone may come again, as in a checkout: until
   then nothing can be built, and it is looked for. */
static void look_for_templates(struct preview *p)
{
    if (p->builder != NULL)
        return;
    if (preview_open_builder(p) == ST_OK)
        p->templates_moved = true;
    else
        p->restructured = pool_clock() + WATCH_LOOK;
}

/* What was gone, or was built while its folder was not yet what it is now. No
   save is known of it. */
static void look_for_lost(struct preview *p)
{
    for (size_t i = 0; i < p->reports.count; i++) {
        struct shown_report *s = &p->reports.items[i];

        if ((s->state != REPORT_GONE && s->state != REPORT_FAULTS) ||
            !can_read(s->job->folder))
            continue;
        s->due = true;
        s->when = 0;
    }
}

/* Other reports are there, with other numbers; what is known of those that were
   there before stays. */
static enum status take_jobs(struct preview *p, struct arena found,
                             struct jobs jobs)
{
    struct reports before = p->reports;
    struct arena found_before = p->found;
    enum status st;

    preview_end_refresh(p);
    streams_renumber(&p->server.streams, &jobs);
    watch_close(&p->watch);
    preview_close_builder(p);
    p->found = found;
    p->jobs = jobs;
    p->reports = (struct reports){.items = NULL};
    look_for_paths(p);
    look_for_templates(p);
    p->templates_moved = false; /* all is built */
    st = open_reports(p);
    if (st == ST_OK)
        reports_go_on(&p->reports, &before);
    reports_close(&before);
    arena_free(&found_before);
    if (st == ST_OK)
        streams_tell_again(&p->server.streams);
    return st;
}

/* Folders that came or went are watched again. What is gone says so by itself
   when it is built. */
static enum status find_again(struct preview *p)
{
    struct observer silent = *p->observer;
    struct arena found;
    struct jobs jobs = {0};
    enum status st;

    p->restructured = 0;
    silent.line = say_nothing;
    arena_init(&found, PREVIEW_ARENA_MAX);
    st = find_reports(&found, &silent, p->settings.paths, p->settings.npaths,
                      false, &jobs);
    if (st != ST_NOMEM && jobs.count > 0)
        st = keep_shown(p, &found, &jobs);
    if (st != ST_NOMEM && jobs.count > 0 && !same_jobs(&jobs, &p->jobs))
        return take_jobs(p, found, jobs);
    arena_free(&found);
    look_for_paths(p);
    look_for_templates(p);
    watch_close(&p->watch);
    st = watch_all(p);
    preview_renew_confinement(p);
    if (p->templates_moved) /* saves before they were watched */
        templates_are_saved(p, 0);
    p->templates_moved = false;
    look_for_lost(p);
    return st;
}

/* Where something can come from. */
enum { FROM_SIGNALS, FROM_BROWSERS, FROM_FOLDERS, FROM_REFRESH, SOURCES };

static enum status follow(struct preview *p, const struct stop_signals *stop,
                          int *signal_number)
{
    const struct watch_heard heard = {p, on_changed};

    p->building = NOBODY;
    for (;;) {
        const int64_t wait = do_due(p);
        struct pollfd fds[SOURCES] = {
            [FROM_SIGNALS] = {.fd = stop->fd, .events = POLLIN},
            [FROM_BROWSERS] = {.fd = server_fd(&p->server), .events = POLLIN},
            [FROM_FOLDERS] = {.fd = p->watch.fd, .events = POLLIN},
            [FROM_REFRESH] = {.fd = p->building == NOBODY ? -1 : p->refresh.fd,
                              .events = POLLIN},
        };
        const int n = poll(fds, SOURCES, (int)wait);

        if (n < 0 && errno != EINTR)
            return ST_BUG;
        if (n > 0 && fds[FROM_SIGNALS].revents != 0) {
            *signal_number = stop_signals_which(stop);
            return ST_OK;
        }
        if (pool_clock() - p->server.last > EMPTY_MS &&
            !streams_are_read(&p->server.streams))
            return ST_OK;
        if (n > 0 && fds[FROM_FOLDERS].revents != 0)
            watch_read(&p->watch, &heard);
        if (n > 0 && fds[FROM_REFRESH].revents != 0)
            preview_hear_refresh(p);
        if (p->watch.polled && pool_clock() - p->looked >= WATCH_LOOK) {
            p->looked = pool_clock();
            watch_look(&p->watch, &heard);
        }
        server_run(&p->server);
        if (p->restructured > 0 && pool_clock() >= p->restructured) {
            const enum status st = find_again(p);

            if (st != ST_OK)
                return st;
        }
    }
}

static void say_address(const struct preview *p)
{
    observer_line(p->observer, PRIORITY_NOTICE,
                  "Preview: http://127.0.0.1:%u/%s/", p->server.port,
                  p->server.token);
    say(p, "It ends with Ctrl+C, or an hour after its last page was closed.");
    if (!p->settings.open)
        return;
    if (!browser_open(p->server.port, p->server.nonce))
        observer_line(p->observer, PRIORITY_NOTICE,
                      "No desktop here. On your own computer: ssh -N -L "
                      "%u:127.0.0.1:%u HOST, then open the address above.",
                      p->server.port, p->server.port);
}

static enum status serve(struct preview *p, struct arena *arena)
{
    struct stop_signals stop;
    int number = 0;
    enum status st = stop_signals_open(&stop);

    if (st != ST_OK)
        return st;
    st = server_open(&p->server, arena, p->observer, &p->reports, &p->facts,
                     p->settings.port);
    if (st == ST_OK) {
        say_address(p);
        st = follow(p, &stop, &number);
        preview_end_refresh(p);
        streams_tell_end(&p->server.streams);
        server_run(&p->server);
    }
    server_close(&p->server);
    stop_signals_close(&stop);
    if (number == 0 && st == ST_OK)
        say(p, "The preview has ended.");
    return st;
}

enum status preview_run(struct arena *arena,
                        const struct preview_settings *settings,
                        const struct observer *observer)
{
    struct preview p = {
        .settings = *settings,
        .audience = settings->batch.audience,
        .facts = {.paths = settings->paths,
                  .npaths = settings->npaths,
                  .started = &settings->batch},
        .observer = observer,
        .building = NOBODY,
        .refresh = {.fd = -1},
        .watch = {.fd = -1},
        .confinement = {.ruleset = -1},
        .beat = pool_clock(),
    };
    enum status st;

    p.settings.batch.out = NULL;
    p.settings.batch.dump = STAGE_NONE;
    st = find_all(&p);
    if (st == ST_OK)
        st = serve(&p, arena);
    forget_all(&p);
    arena_free(&p.named);
    return st;
}
