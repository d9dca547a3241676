#include "preview/reports.h"
#include "batch/pool.h"
#include "core/base/mem.h"
#include "preview/reports_record.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define KEPT_MAX 8 /* reports whose files are kept, those looked at last */
#define FINDINGS_BYTES_MAX ((size_t)16 * 1024 * 1024)

const char *report_state_name(enum report_state state)
{
    static const char *const names[] = {
        [REPORT_WAITING] = "waiting",     [REPORT_RIGHT] = "right",
        [REPORT_WARNINGS] = "warnings",   [REPORT_FAULTS] = "faults",
        [REPORT_NOT_BUILT] = "not-built", [REPORT_GONE] = "gone",
    };

    return names[state];
}

static void clock_text(char out[TIME_SIZE])
{
    const time_t now = time(NULL);
    struct tm local;

    if (localtime_r(&now, &local) == NULL ||
        strftime(out, TIME_SIZE, "%H:%M:%S", &local) == 0)
        out[0] = '\0';
}

static void begin(struct shown_report *s, const struct job *job,
                  enum audience audience)
{
    *s = (struct shown_report){.job = job, .audience = audience, .due = true};
    buf_init(&s->html, SIZE_MAX / 4);
    buf_init(&s->pdf, SIZE_MAX / 4);
    buf_init(&s->places, SIZE_MAX / 4);
    buf_init(&s->before.html, SIZE_MAX / 4);
    buf_init(&s->before.places, SIZE_MAX / 4);
    buf_init(&s->paper, FINDINGS_BYTES_MAX);
    buf_init(&s->beside, FINDINGS_BYTES_MAX);
    buf_init(&s->findings, FINDINGS_BYTES_MAX);
    buf_init(&s->excerpts, FINDINGS_BYTES_MAX);
    buf_init(&s->facts.judge, FINDINGS_BYTES_MAX);
}

static void end(struct shown_report *s)
{
    buf_free(&s->html);
    buf_free(&s->pdf);
    buf_free(&s->places);
    buf_free(&s->before.html);
    buf_free(&s->before.places);
    buf_free(&s->paper);
    if (s->paper_known)
        places_free(&s->on_paper);
    buf_free(&s->beside);
    buf_free(&s->findings);
    buf_free(&s->excerpts);
    buf_free(&s->facts.judge);
    if (s->known_version > 0)
        places_free(&s->known);
}

enum status reports_open(struct reports *r, const struct jobs *jobs,
                         enum audience audience)
{
    *r = (struct reports){
        .njobs = jobs->count, .count = jobs->count, .audience = audience};
    r->items = mem_zalloc(jobs->count + VIEWS_MAX, sizeof(*r->items));
    if (r->items == NULL)
        return ST_NOMEM;
    for (size_t i = 0; i < r->count; i++)
        begin(&r->items[i], &jobs->items[i], audience);
    return ST_OK;
}

void reports_close(struct reports *r)
{
    for (size_t i = 0; i < r->count; i++)
        end(&r->items[i]);
    mem_free(r->items);
    *r = (struct reports){.items = NULL};
}

/* TO has nothing yet. */
static void go_on(struct shown_report *to, struct shown_report *from)
{
    const struct job *job = to->job;

    end(to);
    *to = *from;
    to->job = job;
    to->readers = 0;
    to->due = true;
    to->when = 0;
    begin(from, from->job, from->audience); /* it owns nothing any more */
}

void reports_go_on(struct reports *r, struct reports *before)
{
    for (size_t i = 0; i < r->njobs; i++) {
        for (size_t k = 0; k < before->njobs; k++) {
            if (strcmp(r->items[i].job->folder, before->items[k].job->folder) ==
                0)
                go_on(&r->items[i], &before->items[k]);
        }
    }
    r->versions = before->versions;
    r->looks = before->looks;
}

bool reports_are_shown(const struct reports *r, size_t n)
{
    for (size_t i = 0; i < r->count; i++) {
        if (r->items[i].job == r->items[n].job && r->items[i].readers > 0)
            return true;
    }
    return false;
}

/* The number of a view that is free, or that nobody has shown for longest. Each
   page shows one, and there are fewer pages than views. */
static size_t free_view(struct reports *r)
{
    size_t oldest = r->count;

    if (r->count < r->njobs + VIEWS_MAX)
        return r->count++;
    for (size_t i = r->njobs; i < r->count; i++) {
        if (r->items[i].readers == 0 &&
            (oldest == r->count ||
             r->items[i].looked < r->items[oldest].looked))
            oldest = i;
    }
    if (oldest < r->count)
        end(&r->items[oldest]);
    return oldest;
}

size_t reports_view(struct reports *r, size_t n, struct str instead,
                    enum audience audience)
{
    const struct job *job = r->items[n].job;
    size_t view;

    if (instead.len >= TEMPLATE_NAME_SIZE ||
        str_eq(instead, str_of(r->items[n].says)))
        instead.len = 0;
    if (instead.len == 0 && audience == r->audience)
        return n;
    for (size_t i = r->njobs; i < r->count; i++) {
        const struct shown_report *s = &r->items[i];

        if (s->job == job && s->audience == audience &&
            str_is(instead, s->instead))
            return i;
    }
    view = free_view(r);
    if (view == r->count)
        return n;
    begin(&r->items[view], job, audience);
    memcpy(r->items[view].instead, instead.ptr, instead.len);
    memcpy(r->items[view].says, r->items[n].says, TEMPLATE_NAME_SIZE);
    return view;
}

size_t reports_job(const struct reports *r, size_t n)
{
    size_t job = 0;

    if (n < r->njobs)
        return n;
    while (r->items[job].job != r->items[n].job)
        job++;
    return job;
}

void reports_join(struct reports *r, size_t n)
{
    r->items[n].readers++;
    reports_look(r, n);
}

const struct page_places *reports_places(struct reports *r, size_t n)
{
    struct shown_report *s = &r->items[n];

    if (s->known_version != s->version) {
        if (s->known_version > 0)
            places_free(&s->known);
        places_read(&s->known, buf_view(&s->places));
        s->known_version = s->version;
    }
    return &s->known;
}

int64_t reports_page(struct reports *r, size_t n,
                     const struct page_place *place)
{
    struct shown_report *s = &r->items[n];

    if (!s->paper_known)
        places_read(&s->on_paper, buf_view(&s->paper));
    s->paper_known = true;
    return places_page(&s->on_paper, place);
}

static void save(struct shown_report *s, int64_t when)
{
    clock_text(s->saved);
    if (!s->due || s->when < when)
        s->when = when;
    s->due = true;
}

static void save_at(struct reports *r, size_t n, int64_t when)
{
    save(&r->items[n], when);
    for (size_t i = r->njobs; i < r->count; i++) {
        struct shown_report *s = &r->items[i];

        if (s->job != r->items[n].job)
            continue;
        if (s->readers > 0)
            save(s, when);
        else
            s->due = s->stale = true; /* built when it is shown again */
    }
}

void reports_saved(struct reports *r, size_t n, int64_t settle)
{
    save_at(r, n, pool_clock() + settle);
}

void reports_all_saved(struct reports *r, int64_t settle)
{
    const int64_t when = pool_clock() + settle;

    for (size_t i = 0; i < r->njobs; i++)
        save_at(r, i, when);
}

static void forget_places(struct shown_report *s)
{
    if (s->known_version > 0)
        places_free(&s->known);
    s->known_version = 0;
}

/* What they were is known by their digests. */
static void drop_files(struct shown_report *s)
{
    digest_sha256(buf_view(&s->html), s->html_sha256);
    digest_sha256(buf_view(&s->pdf), s->pdf_sha256);
    buf_free(&s->html);
    buf_free(&s->pdf);
    buf_free(&s->places);
    forget_places(s);
}

/* Drops the files that were looked at longest ago; false: none are too many. */
static bool drop_oldest(struct reports *r)
{
    size_t oldest = r->count;
    size_t kept = 0;

    for (size_t i = 0; i < r->count; i++) {
        const struct shown_report *s = &r->items[i];

        if (s->readers > 0 || s->html.len == 0)
            continue;
        kept++;
        if (oldest == r->count || s->looked < r->items[oldest].looked)
            oldest = i;
    }
    if (kept <= KEPT_MAX)
        return false;
    drop_files(&r->items[oldest]);
    return true;
}

/* Of files that no page shows only so many are kept. */
static void drop_old(struct reports *r)
{
    while (drop_oldest(r))
        continue;
}

void reports_leave(struct reports *r, size_t n)
{
    r->items[n].readers--;
    drop_old(r);
}

void reports_look(struct reports *r, size_t n)
{
    struct shown_report *s = &r->items[n];

    s->looked = ++r->looks;
    if (s->stale || (s->version > 0 && s->html.len == 0 && !s->due)) {
        s->stale = false;
        s->due = true;
        s->when = 0;
    }
    drop_old(r);
}

size_t reports_next(const struct reports *r, int64_t now, int64_t *wait)
{
    size_t best = r->count;

    *wait = -1;
    for (size_t i = 0; i < r->count; i++) {
        const struct shown_report *s = &r->items[i];

        if (!s->due || s->stale)
            continue;
        if (s->when > now) {
            if (*wait < 0 || s->when - now < *wait)
                *wait = s->when - now;
            continue;
        }
        if (best == r->count || s->looked > r->items[best].looked)
            best = i;
    }
    return best;
}

static void replace_bytes(struct buf *b, struct str bytes)
{
    buf_clear(b);
    buf_str(b, bytes);
}

/* Whether BYTES are what KEPT has, or had before it was dropped. */
static bool is_same_output(const struct buf *kept,
                           const uint8_t dropped[DIGEST_SIZE], struct str bytes)
{
    uint8_t now[DIGEST_SIZE];

    if (kept->len > 0)
        return str_eq(buf_view(kept), bytes);
    digest_sha256(bytes, now);
    return memcmp(now, dropped, sizeof(now)) == 0;
}

/* Who shows it has none, or another one. */
static unsigned take_html(struct reports *r, struct shown_report *s,
                          const struct refreshed *result)
{
    const bool same = is_same_output(&s->html, s->html_sha256, result->html);
    const bool told = same && s->html.len > 0;

    if (!same) {
        s->block = page_block_of(buf_view(&s->html), result->html);
        s->block_of = s->version;
    }
    memcpy(s->good, s->saved, sizeof(s->good));
    s->pages = result->pages;
    if (!str_eq(buf_view(&s->places), result->places))
        forget_places(s); /* lines may move, and nothing on the page */
    replace_bytes(&s->places, result->places);
    replace_bytes(&s->html, result->html);
    if (!same || s->version == 0)
        s->version = ++r->versions;
    return told ? 0 : NEWS_PAGE;
}

static unsigned take_pdf(struct reports *r, struct shown_report *s,
                         const struct refreshed *result)
{
    const bool same = is_same_output(&s->pdf, s->pdf_sha256, result->pdf);
    const bool told = same && s->pdf.len > 0;

    s->pdf_bytes = result->pdf.len;
    replace_bytes(&s->pdf, result->pdf);
    if (!same || s->pdf_version == 0)
        s->pdf_version = ++r->versions;
    return told ? 0 : NEWS_PDF;
}

struct last_pdf reports_last_pdf(const struct reports *r, size_t n)
{
    const struct shown_report *s = &r->items[n];

    if (s->html.len == 0)
        return (struct last_pdf){.bytes = 0};
    return (struct last_pdf){.pages = s->pages, .bytes = s->pdf_bytes};
}

static void keep_page(struct shown_report *s)
{
    replace_bytes(&s->before.html, buf_view(&s->html));
    replace_bytes(&s->before.places, buf_view(&s->places));
    s->before.pages = s->pages;
    memcpy(s->before.good, s->good, sizeof(s->good));
}

/* When the whole has come, or another page is built. */
static void forget_page(struct shown_report *s)
{
    s->early = false;
    buf_free(&s->before.html);
    buf_free(&s->before.places);
}

static unsigned restore_page(struct reports *r, struct shown_report *s)
{
    const struct refreshed good = {.html = buf_view(&s->before.html),
                                   .places = buf_view(&s->before.places),
                                   .pages = s->before.pages};
    unsigned news = 0;

    if (s->early && good.html.len > 0) {
        news = take_html(r, s, &good);
        memcpy(s->good, s->before.good, sizeof(s->good));
    }
    forget_page(s);
    return news;
}

/* The page that is kept is the last one whose PDF came, too: not one that was
   shown early and saved again before that. */
unsigned reports_take_page(struct reports *r, size_t n,
                           const struct refreshed *result)
{
    struct shown_report *s = &r->items[n];

    if (result->html.len == 0)
        return 0;
    if (!s->early)
        keep_page(s);
    s->early = true;
    return take_html(r, s, result);
}

static bool is_there(const struct shown_report *s)
{
    struct stat about;

    return stat(s->job->folder, &about) == 0;
}

unsigned reports_lose(struct reports *r, size_t n, const char *why)
{
    struct shown_report *s = &r->items[n];

    s->slow = false;
    if (s->saved[0] == '\0')
        clock_text(s->saved);
    s->state = is_there(s) ? REPORT_NOT_BUILT : REPORT_GONE;
    s->errors = s->warnings = 0; /* those of a save before */
    buf_clear(&s->findings);
    buf_clear(&s->excerpts);
    (void)snprintf(s->why, sizeof(s->why), "%s", why);
    return NEWS_STATE | restore_page(r, s);
}

/* Of a build that ended without a fault in what authors wrote. */
static const char *why_none(enum status status)
{
    if (status == ST_LIMIT || status == ST_NOMEM)
        return "memory";
    return "a fault of the program";
}

unsigned reports_take(struct reports *r, size_t n,
                      const struct refreshed *result)
{
    struct shown_report *s = &r->items[n];
    unsigned news = NEWS_STATE | (s->early ? NEWS_MORE : 0);

    if (result->status != ST_OK && result->errors == 0)
        return reports_lose(r, n, why_none(result->status));
    s->slow = false;
    if (s->saved[0] == '\0')
        clock_text(s->saved);
    s->errors = result->errors;
    s->warnings = result->warnings;
    reports_record_take(s, result->record,
                        result->status == ST_OK && result->html.len > 0);
    if (result->status != ST_OK || result->html.len == 0) {
        s->state = is_there(s) ? REPORT_FAULTS : REPORT_GONE;
        return NEWS_STATE | restore_page(r, s);
    }
    forget_page(s);
    s->state = s->warnings > 0 ? REPORT_WARNINGS : REPORT_RIGHT;
    news |= take_html(r, s, result) | take_pdf(r, s, result);
    drop_old(r);
    return news;
}
