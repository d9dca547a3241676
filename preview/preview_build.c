#include "preview/preview_build.h"
#include "batch/beside.h"
#include "batch/pool.h"
#include "input/report/report_root.h"
#include "input/templates/library.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SLOW_MS 300 /* a page says of a slower one that it is being built */

/* The names outlive the library, which is opened again. */
static void name_templates(struct preview *p)
{
    struct library *library = report_builder_library(p->builder);
    struct findings unheard;
    struct list names;

    arena_free(&p->named);
    arena_init(&p->named, PREVIEW_ARENA_MAX);
    findings_init_unheard(&unheard, &p->named);
    names = list_of(&p->named, sizeof(const char *));
    p->facts.templates = list_of(&p->named, sizeof(const char *));
    if (library_names(library, LIBRARY_TEMPLATES, &unheard, &names) != ST_OK)
        return;
    for (size_t i = 0; i < names.count; i++) {
        const char **kept = list_add(&p->facts.templates);

        if (kept != NULL)
            *kept = arena_cstr(&p->named,
                               str_of(((const char *const *)names.items)[i]));
    }
    if (arena_status(&p->named) != ST_OK)
        p->facts.templates.count = 0;
}

static void open_confinement(struct preview *p)
{
    size_t nfolders = 0;
    const char *const *folders =
        library_folders(report_builder_library(p->builder), &nfolders);

    confine_open(&p->confinement, &p->settings.batch, &p->jobs, folders,
                 nfolders);
}

enum status preview_open_builder(struct preview *p)
{
    const enum status st =
        report_builder_open(&p->settings.batch, p->observer, &p->builder);

    if (st != ST_OK)
        return st;
    name_templates(p);
    open_confinement(p);
    return ST_OK;
}

void preview_renew_confinement(struct preview *p)
{
    if (p->builder == NULL)
        return;
    confine_close(&p->confinement);
    open_confinement(p);
}

void preview_close_builder(struct preview *p)
{
    if (p->builder == NULL)
        return;
    confine_close(&p->confinement);
    report_builder_close(p->builder);
    p->builder = NULL;
}

void preview_end_refresh(struct preview *p)
{
    refresh_end(&p->refresh);
    p->building = NOBODY;
}

/* What was saved meanwhile is built next, and this is not shown. */
static void take_refresh(struct preview *p, const struct refreshed *result)
{
    const size_t n = p->building;
    unsigned news = 0;

    if (!p->reports.items[n].due)
        news = reports_take(&p->reports, n, result);
    preview_end_refresh(p);
    (void)preview_watch_beside(p, n);
    if (news != 0)
        streams_tell(&p->server.streams, n, news);
}

static void lose_refresh(struct preview *p, const char *why)
{
    const size_t n = p->building;

    p->building = NOBODY;
    if (!p->reports.items[n].due)
        streams_tell(&p->server.streams, n, reports_lose(&p->reports, n, why));
}

static void take_page(struct preview *p, const struct refreshed *result)
{
    const size_t n = p->building;

    if (!p->reports.items[n].due)
        streams_tell(&p->server.streams, n,
                     reports_take_page(&p->reports, n, result));
}

void preview_hear_refresh(struct preview *p)
{
    struct refreshed result;
    char why[WHY_SIZE];

    switch (refresh_take(&p->refresh, &result)) {
    case REFRESH_RUNNING: break;
    case REFRESH_PAGE: take_page(p, &result); break;
    case REFRESH_DONE: take_refresh(p, &result); break;
    case REFRESH_LOST:
        refresh_end_lost(&p->refresh, why, sizeof(why));
        lose_refresh(p, why);
        break;
    }
}

/* False: nothing can be built until templates are saved again. */
static bool renew_builder(struct preview *p)
{
    if (!p->templates_saved)
        return p->builder != NULL;
    p->templates_saved = false;
    preview_close_builder(p);
    if (preview_open_builder(p) == ST_OK)
        return true;
    p->restructured = pool_clock(); /* look for what is gone */
    return false;
}

/* The folder of FOLDER, by one name whoever it holds. */
static void watch_holder(struct preview *p, struct arena *arena,
                         const char *folder)
{
    const char *up = arena_printf(arena, "%s/..", folder).ptr;
    char holder[PATH_MAX];

    if (up != NULL && realpath(up, holder) != NULL)
        (void)watch_add_one(&p->watch, holder, PATH_OWNER);
}

static bool watch_beside(struct preview *p, struct beside *beside, size_t n)
{
    const struct shown_report *s = &p->reports.items[n];
    const size_t owner = reports_job(&p->reports, n);
    struct str made_from = buf_view(&s->beside);
    struct arena arena;
    struct list named;
    bool news = false;

    arena_init(&arena, PREVIEW_ARENA_MAX);
    named = list_of(&arena, sizeof(const char *));
    /* One that is not there may come. */
    if (beside_named(beside, &arena, s->job->folder, &named))
        watch_holder(p, &arena, s->job->folder);
    for (size_t i = 0; i < named.count; i++)
        news |= watch_add_one(&p->watch, ((const char *const *)named.items)[i],
                              owner);
    while (made_from.len > 0)
        news |= watch_add_one(&p->watch, str_cut(&made_from, '\0').ptr, owner);
    arena_free(&arena);
    return news;
}

bool preview_watch_beside(struct preview *p, size_t n)
{
    struct beside beside;
    bool news;

    beside_open(&beside, &p->settings.batch);
    news = watch_beside(p, &beside, n);
    beside_close(&beside);
    return news;
}

void preview_watch_all_beside(struct preview *p)
{
    struct beside beside;

    beside_open(&beside, &p->settings.batch);
    for (size_t i = 0; i < p->reports.count; i++)
        (void)watch_beside(p, &beside, i);
    beside_close(&beside);
}

void preview_watch_fonts(struct preview *p)
{
    struct arena arena;
    struct list fonts;

    if (p->builder == NULL)
        return;
    arena_init(&arena, PREVIEW_ARENA_MAX);
    fonts = list_of(&arena, sizeof(const char *));
    report_builder_fonts(p->builder, &fonts);
    for (size_t i = 0; i < fonts.count; i++) {
        const char *path = ((const char *const *)fonts.items)[i];
        const char *last = path == NULL ? NULL : strrchr(path, '/');

        if (last != NULL)
            (void)watch_add_one(
                &p->watch,
                arena_cstr(&arena, str_to(str_of(path), (size_t)(last - path))),
                TEMPLATES_OWNER);
    }
    arena_free(&arena);
}

/* How N is shown goes into the settings that it is built with. */
static void take_view(struct preview *p, size_t n)
{
    struct shown_report *s = &p->reports.items[n];
    struct arena arena;
    struct str says;

    p->settings.batch.audience = s->audience;
    p->settings.batch.instead = str_of(s->instead);
    arena_init(&arena, p->settings.batch.max_memory);
    says = report_root_in(&arena, s->job->folder).template_name;
    if (says.len > 0 && says.len < sizeof(s->says)) {
        memcpy(s->says, says.ptr, says.len);
        s->says[says.len] = '\0';
    }
    arena_free(&arena);
}

int64_t preview_build_next(struct preview *p)
{
    struct refresh_task task = {.settings = &p->settings.batch,
                                .confinement = &p->confinement};
    int64_t wait = -1;
    size_t n;

    if (p->building != NOBODY)
        return -1;
    n = reports_next(&p->reports, pool_clock(), &wait);
    if (n == p->reports.count)
        return wait;
    p->reports.items[n].due = false;
    take_view(p, n);
    if (preview_watch_beside(p, n))
        preview_renew_confinement(p);
    if (!renew_builder(p)) {
        streams_tell(
            &p->server.streams, n,
            reports_lose(&p->reports, n, "the templates cannot be read"));
        return 0;
    }
    task.builder = p->builder;
    task.job = p->reports.items[n].job;
    task.last = reports_last_pdf(&p->reports, n);
    if (report_builder_expect(p->builder, task.job) == ST_NOMEM ||
        refresh_begin(&p->refresh, &task) != ST_OK) {
        streams_tell(&p->server.streams, n,
                     reports_lose(&p->reports, n, "memory"));
        return 0;
    }
    p->building = n;
    preview_watch_fonts(p);
    return -1;
}

int64_t preview_check_time(struct preview *p, int64_t now)
{
    const int64_t limit = (int64_t)p->settings.batch.timeout * 1000;
    char why[WHY_SIZE];

    if (p->building == NOBODY)
        return -1;
    if (now - p->refresh.since < limit)
        return limit - (now - p->refresh.since);
    refresh_end(&p->refresh);
    (void)snprintf(why, sizeof(why), "time: %u s", p->settings.batch.timeout);
    lose_refresh(p, why);
    return 0;
}

int64_t preview_tell_slow(struct preview *p, int64_t now)
{
    struct shown_report *s;

    if (p->building == NOBODY)
        return -1;
    s = &p->reports.items[p->building];
    if (s->slow)
        return -1;
    if (now - p->refresh.since < SLOW_MS)
        return SLOW_MS - (now - p->refresh.since);
    s->slow = true;
    streams_tell(&p->server.streams, p->building, NEWS_STATE);
    return -1;
}
