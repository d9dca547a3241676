#include "cmd/print_standing.h"
#include "batch/manifest_name.h"
#include "batch/record.h"
#include "cmd/console.h"
#include "core/base/utf8.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    DAY_SIZE = 48,
    DAYS_SIZE = 2 * DAY_SIZE + 8, /* two, and "to" */
    ORPHANS_SHOWN = 20,
    FAILED_SHOWN = 20,
    FAILED_MAX = 1024 * 1024, /* bytes: their folders may be deep */
};

/* "5 October", with its year when that is not this one. */
static void name_day(int64_t seconds, char day[DAY_SIZE])
{
    const time_t moment = (time_t)seconds;
    const time_t now = time(NULL);
    struct tm then = {0};
    struct tm today = {0};
    char text[DAY_SIZE] = "";

    (void)localtime_r(&moment, &then);
    (void)localtime_r(&now, &today);
    (void)strftime(text, sizeof(text),
                   then.tm_year == today.tm_year ? "%e %B" : "%e %B %Y", &then);
    (void)snprintf(day, DAY_SIZE, "%s", text[0] == ' ' ? text + 1 : text);
}

/* "5 October", or "5 October to 7 November" */
static void name_days(const struct batch_result *r, char days[DAYS_SIZE])
{
    char first[DAY_SIZE];
    char last[DAY_SIZE];

    name_day(r->oldest, first);
    name_day(r->newest, last);
    if (strcmp(first, last) == 0)
        (void)snprintf(days, DAYS_SIZE, "%s", first);
    else
        (void)snprintf(days, DAYS_SIZE, "%s to %s", first, last);
}

void print_not_written(const struct options *options,
                       const struct batch_result *r)
{
    char days[DAYS_SIZE];
    const char *were = r->failed == 1 ? "was" : "were";

    if (options->settings.out == NULL || r->failed == 0 || r->reports < 2)
        return;
    name_days(r, days);
    if (r->standing == r->failed)
        console_line(PRIORITY_ERROR,
                     "%zu of %zu reports %s not written; %s files of %s still "
                     "stand",
                     r->failed, r->reports, were,
                     r->failed == 1 ? "its" : "their", days);
    else if (r->standing == 0)
        console_line(PRIORITY_ERROR,
                     "%zu of %zu reports %s not written; no older files stand",
                     r->failed, r->reports, were);
    else
        console_line(PRIORITY_ERROR,
                     "%zu of %zu reports %s not written; the files of %zu of "
                     "them, of %s, still stand",
                     r->failed, r->reports, were, r->standing, days);
}

void standing_add_line(const struct job *job, const struct outcome *outcome,
                       struct buf *out)
{
    const size_t from = out->len;
    char day[DAY_SIZE];

    buf_puts(out, "councilpress: ");
    utf8_visible(out, str_of(job->folder));
    buf_puts(out, ": not written");
    if (outcome->failed_runs > 1)
        buf_printf(out, ", in %" PRIu64 " runs in a row", outcome->failed_runs);
    if (outcome->written != 0) {
        name_day(outcome->written, day);
        buf_printf(out, "; its files of %s still stand\n", day);
    } else {
        buf_puts(out, "; no older files stand\n");
    }
    messages_mark(out, from, PRIORITY_ERROR);
}

void print_failed(const struct options *options,
                  const struct run_record_item *failed, size_t n)
{
    char record[NAME_MAX + 1];
    struct buf lines;

    buf_init(&lines, FAILED_MAX);
    for (size_t i = 0; i < n && i < FAILED_SHOWN; i++) {
        const struct outcome known = {.failed_runs = failed[i].failed_runs,
                                      .written = failed[i].written};

        standing_add_line(failed[i].job, &known, &lines);
    }
    console_findings(buf_view(&lines), false);
    buf_free(&lines);
    run_record_file_name(&options->settings, record);
    if (n > FAILED_SHOWN)
        console_line(PRIORITY_ERROR,
                     "%zu more were not written; %s/%s names them all",
                     n - FAILED_SHOWN, options->settings.out, record);
}

void print_orphans(const struct options *options, const struct batch_result *r)
{
    char record[NAME_MAX + 1];
    char day[DAY_SIZE];

    for (size_t i = 0; i < r->norphans && i < ORPHANS_SHOWN; i++) {
        name_day(r->orphans[i].written, day);
        console_line(PRIORITY_WARNING,
                     "%s/%s%s.*: orphaned: no report of this name was found; "
                     "its files of %s stay",
                     options->settings.out, r->orphans[i].name,
                     audience_mark(options->settings.audience), day);
    }
    run_record_file_name(&options->settings, record);
    if (r->norphans > ORPHANS_SHOWN)
        console_line(
            PRIORITY_WARNING, "%zu more are orphaned; %s/%s names them all",
            r->norphans - ORPHANS_SHOWN, options->settings.out, record);
}
