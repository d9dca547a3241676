#include "cmd/print_outcome.h"
#include "batch/messages.h"
#include "batch/record.h"
#include "batch/run_record.h"
#include "cmd/console.h"
#include "cmd/print_codes.h"
#include "cmd/print_standing.h"
#include "core/base/json_out.h"
#include "core/base/utf8.h"
#include "core/base/version.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

enum { SCREEN_LINES = 24, MORE_MAX = 512, SHARD_SIZE = 32 };

#define SUMMARY_FORMAT 1 /* changes when a member changes its meaning */
#define SUMMARY_MEMORY ((size_t)16 * 1024 * 1024) /* names of orphans */

static void print_buf(const struct buf *b)
{
    if (b->len > 0)
        (void)fwrite(b->ptr, 1, b->len, stdout);
}

/* Where the files are, for somebody who has just made them. */
static void print_built(const struct options *o, const struct job *job,
                        const struct outcome *outcome)
{
    const struct batch_settings *s = &o->settings;

    for (size_t i = 0; i < writer_count; i++) {
        if (!s->formats[i])
            continue;
        console_visible(stdout, str_of(s->out));
        (void)putchar('/');
        console_visible(stdout, str_of(job->name));
        (void)printf("%s.%s", audience_mark(s->audience), writers[i].extension);
        if (writers[i].paged)
            (void)printf(" (%" PRIu64 " %s)", outcome->pages,
                         outcome->pages == 1 ? "page" : "pages");
        (void)putchar('\n');
    }
}

static void print_checked(const struct job *job, const struct outcome *outcome)
{
    console_visible(stdout, str_of(job->folder));
    (void)printf(": %" PRIu64 " errors, %" PRIu64 " warnings, %" PRIu64
                 " acknowledged\n",
                 outcome->errors, outcome->warnings, outcome->acknowledged);
}

static void print_unchanged(const struct job *job)
{
    console_visible(stdout, str_of(job->name));
    (void)puts(": unchanged");
}

/* For somebody who wonders what a report was made from, and why now. */
static void print_making(const struct job *job, const struct outcome *outcome)
{
    const struct str name = buf_view(&outcome->texts[TEXT_TEMPLATE]);
    const struct str reason = buf_view(&outcome->texts[TEXT_REASON]);

    console_visible(stdout, str_of(job->name));
    (void)printf(": template %.*s, %" PRIu64 " files read, %" PRIu64
                 " MiB of memory",
                 STR_ARG(name.len > 0 ? name : STR_LIT("unknown")),
                 outcome->inputs, (outcome->memory + MIB - 1) / MIB);
    if (reason.len > 0) {
        (void)fputs("; built because: ", stdout);
        console_visible(stdout, reason);
    }
    (void)putchar('\n');
}

bool print_wanted(const struct options *options, enum verbosity from)
{
    return options->verbosity >= from && options->settings.dump == STAGE_NONE &&
           !options->json;
}

/* TEXT up to about a screen, which ends where a message does. */
static void hold_screen(struct str text, const struct job *job, struct buf *out)
{
    size_t left = 0;

    for (size_t n = 0; text.len > 0; n++) {
        const struct str line = str_cut(&text, '\n');
        const bool first = line.len <= PRIORITY_MARK_SIZE ||
                           line.ptr[PRIORITY_MARK_SIZE] != ' ';

        if (left == 0 && (n < SCREEN_LINES || !first)) {
            buf_str(out, line);
            buf_char(out, '\n');
        } else {
            left += first;
        }
    }
    if (left > 0) {
        const size_t from = out->len;

        buf_printf(out, "councilpress: %zu more; councilpress check ", left);
        utf8_visible(out, str_of(job->folder));
        buf_puts(out, " says all\n");
        messages_mark(out, from, PRIORITY_ERROR);
    }
}

/* A mail begins with what the run has come to. */
static void hold_messages(struct options *options, const struct job *job,
                          const struct outcome *outcome)
{
    if (outcome->status != ST_OK && options->settings.out != NULL)
        standing_add_line(job, outcome, &options->held);
    hold_screen(buf_view(&outcome->texts[TEXT_MESSAGES]), job, &options->held);
    if (buf_status(&options->held) != ST_OK && outcome->status != ST_OK)
        options->unheld++;
}

/* A line of JSON for each report, whatever became of it, with what only the
   run knows. */
static void print_record(const struct outcome *outcome)
{
    struct str record = str_trim(buf_view(&outcome->texts[TEXT_RECORD]));
    struct json_out j;
    struct buf more;
    struct str members;

    if (record.len < 2)
        return;
    buf_init(&more, MORE_MAX);
    json_out_init(&j, &more, false);
    json_out_object(&j);
    json_out_member_bool(&j, "unchanged", outcome->unchanged);
    json_out_member_count(&j, "failed-runs", outcome->failed_runs);
    run_record_put_age(&j, outcome->written, (int64_t)time(NULL));
    json_out_end(&j);
    members = str_from(buf_view(&more), 1);
    (void)fwrite(record.ptr, 1, record.len - 1, stdout);
    (void)putchar(',');
    (void)fwrite(members.ptr, 1, members.len, stdout);
    (void)putchar('\n');
    buf_free(&more);
}

void print_outcome(struct options *options, const struct job *job,
                   const struct outcome *outcome)
{
    if (options->verbosity == QUIET && !job->alone)
        hold_messages(options, job, outcome);
    else
        console_findings(buf_view(&outcome->texts[TEXT_MESSAGES]),
                         options->verbosity == VERBOSE);
    if (options->settings.dump != STAGE_NONE)
        print_buf(&outcome->texts[TEXT_DUMP]);
    else if (options->json)
        print_record(outcome);
    if (outcome->unchanged && print_wanted(options, VERBOSE))
        print_unchanged(job);
    if (outcome->unchanged)
        return;
    if (print_wanted(options, NORMAL) && options->settings.out == NULL) {
        print_checked(job, outcome);
        print_buf(&outcome->texts[TEXT_RULES]);
        print_buf(&outcome->texts[TEXT_ACCESSIBILITY]);
    } else if (print_wanted(options, NORMAL) && outcome->status == ST_OK)
        print_built(options, job, outcome);
    if (print_wanted(options, VERBOSE))
        print_making(job, outcome);
}

/* "3/8", or null. */
static void put_shard(struct json_out *j, const struct shard *shard)
{
    char text[SHARD_SIZE];

    (void)snprintf(text, sizeof(text), "%u/%u", shard->number, shard->count);
    json_out_member_cstr(j, "shard", shard->count == 0 ? NULL : text);
}

/* Its members are promised in docs/operators.md. */
static void put_summary(struct json_out *j, const struct options *o,
                        const struct batch_result *r)
{
    json_out_object(j);
    json_out_name(j, "summary");
    json_out_object(j);
    json_out_member_count(j, "format", SUMMARY_FORMAT);
    json_out_member_cstr(j, "version", COUNCILPRESS_VERSION);
    json_out_member_cstr(j, "command", o->command->name);
    json_out_member_string(j, "copy", audience_name(o->settings.audience));
    json_out_member_cstr(j, "output", o->settings.out);
    put_shard(j, &o->settings.shard);
    json_out_member_cstr(j, "status", status_name(r->status));
    json_out_member_bool(j, "stopped", r->signal != 0);
    json_out_member_count(j, "reports", r->reports);
    json_out_member_count(j, "done", r->done);
    json_out_member_count(j, "unchanged", r->unchanged);
    json_out_member_count(j, "failed", r->failed);
    json_out_member_count(j, "standing", r->standing);
    json_out_member_count(j, "errors", r->errors);
    json_out_member_count(j, "warnings", r->warnings);
    json_out_member_count(j, "acknowledged", r->acknowledged);
    json_out_member_count(j, "pages", r->pages);
    json_out_name(j, "codes");
    print_codes_json(&r->codes, j);
    json_out_name(j, "orphans");
    json_out_array(j);
    for (size_t i = 0; i < r->norphans; i++)
        json_out_cstr(j, r->orphans[i].name);
    json_out_end(j);
    json_out_member_int(j, "ms", r->ms);
    json_out_end(j);
    json_out_end(j);
}

static void print_summary_json(const struct options *o,
                               const struct batch_result *r)
{
    struct buf line;
    struct json_out j;

    buf_init(&line, SUMMARY_MEMORY);
    json_out_init(&j, &line, false);
    put_summary(&j, o, r);
    buf_char(&line, '\n');
    if (buf_status(&line) == ST_OK)
        print_buf(&line);
    else
        console_error("no memory for the summary");
    buf_free(&line);
}

void print_summary(const struct options *options,
                   const struct batch_result *result)
{
    if (options->json && options->settings.dump == STAGE_NONE)
        print_summary_json(options, result);
    /* A single one speaks for itself, unless it has nothing to say. One that
       was stopped has said so. */
    if (!print_wanted(options, NORMAL) || result->signal != 0 ||
        (result->reports == 1 && result->unchanged == 0))
        return;
    (void)printf("%zu %s, ", result->reports,
                 result->reports == 1 ? "report" : "reports");
    if (result->unchanged > 0)
        (void)printf("%zu unchanged, ", result->unchanged);
    (void)printf("%zu failed\n", result->failed);
    print_codes(result);
}
