#include "preview/reports.h"
#include "batch/pool.h"
#include "core/base/json_in.h"
#include "core/base/mem.h"

#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define KEPT_MAX 8 /* reports whose files are kept, those looked at last */
#define FINDINGS_BYTES_MAX ((size_t)16 * 1024 * 1024)

const char *report_state_name(enum report_state state)
{
    static const char *const names[] = {"waiting", "right",     "warnings",
                                        "faults",  "not-built", "gone"};

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

enum status reports_open(struct reports *r, const struct jobs *jobs)
{
    *r = (struct reports){.count = jobs->count};
    r->items = mem_zalloc(jobs->count, sizeof(*r->items));
    if (r->items == NULL)
        return ST_NOMEM;
    for (size_t i = 0; i < r->count; i++) {
        r->items[i].job = &jobs->items[i];
        r->items[i].due = true;
        buf_init(&r->items[i].html, SIZE_MAX / 4);
        buf_init(&r->items[i].pdf, SIZE_MAX / 4);
        buf_init(&r->items[i].places, SIZE_MAX / 4);
        buf_init(&r->items[i].findings, FINDINGS_BYTES_MAX);
    }
    return ST_OK;
}

void reports_close(struct reports *r)
{
    for (size_t i = 0; i < r->count; i++) {
        buf_free(&r->items[i].html);
        buf_free(&r->items[i].pdf);
        buf_free(&r->items[i].places);
        buf_free(&r->items[i].findings);
    }
    mem_free(r->items);
    *r = (struct reports){NULL, 0, 0, 0};
}

void reports_saved(struct reports *r, size_t n, int64_t settle)
{
    struct shown_report *s = &r->items[n];
    const int64_t when = pool_clock() + settle;

    clock_text(s->saved);
    if (!s->due || s->when < when)
        s->when = when;
    s->due = true;
}

void reports_look(struct reports *r, size_t n)
{
    struct shown_report *s = &r->items[n];

    s->looked = ++r->looks;
    if (s->version > 0 && s->html.len == 0 && !s->due) {
        s->due = true;
        s->when = 0;
    }
}

size_t reports_next(const struct reports *r, int64_t now, int64_t *wait)
{
    size_t best = r->count;

    *wait = -1;
    for (size_t i = 0; i < r->count; i++) {
        const struct shown_report *s = &r->items[i];

        if (!s->due)
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

/* Files of reports that nobody has looked at for long are made again when
   somebody does. */
static bool is_kept(const struct reports *r, size_t n)
{
    size_t later = 0;

    for (size_t i = 0; i < r->count; i++)
        later += i != n && r->items[i].looked > r->items[n].looked;
    return later < KEPT_MAX;
}

static void replace(struct buf *b, struct str bytes)
{
    buf_clear(b);
    buf_str(b, bytes);
}

/* The findings of a record, read and written again: who made it may mean
   harm. */
static void take_findings(struct shown_report *s, struct str record)
{
    json_t *tree = NULL;
    struct json_out out;

    buf_clear(&s->findings);
    if (json_in(record, &tree) == ST_OK &&
        json_is_array(json_object_get(tree, "findings"))) {
        json_out_init(&out, &s->findings, false);
        json_in_put(json_object_get(tree, "findings"), &out);
    }
    if (tree != NULL)
        json_decref(tree);
    if (s->findings.len == 0)
        buf_puts(&s->findings, "[]");
}

bool reports_take(struct reports *r, size_t n, const struct refreshed *result)
{
    struct shown_report *s = &r->items[n];
    struct stat about;
    bool changed;

    if (s->saved[0] == '\0')
        clock_text(s->saved);
    if (result == NULL) {
        const bool there = stat(s->job->folder, &about) == 0;

        s->state = there ? REPORT_NOT_BUILT : REPORT_GONE;
        return false;
    }
    s->errors = result->errors;
    s->warnings = result->warnings;
    take_findings(s, result->record);
    if (result->status != ST_OK || result->html.len == 0) {
        s->state =
            stat(s->job->folder, &about) == 0 ? REPORT_FAULTS : REPORT_GONE;
        return false;
    }
    s->state = s->warnings > 0 ? REPORT_WARNINGS : REPORT_RIGHT;
    s->pages = result->pages;
    memcpy(s->good, s->saved, sizeof(s->good));
    changed = !str_eq(buf_view(&s->html), result->html) ||
              !str_eq(buf_view(&s->pdf), result->pdf);
    if (is_kept(r, n)) {
        replace(&s->html, result->html);
        replace(&s->pdf, result->pdf);
        replace(&s->places, result->places);
    }
    if (changed)
        s->version = ++r->versions;
    return changed;
}
