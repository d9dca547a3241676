#include "cmd/tell.h"
#include "cmd/outputs.h"
#include "cmd/say.h"

#include <inttypes.h>
#include <stdio.h>

static void print_buf(const struct buf *b)
{
    if (b->len > 0)
        (void)fwrite(b->ptr, 1, b->len, stdout);
}

/* The path of one file of a report. */
static void print_file(const struct options *o, const struct job *job,
                       const char *extension)
{
    say_visible(stdout, str_of(o->out));
    (void)putchar('/');
    say_visible(stdout, str_of(job->name));
    (void)printf("%s.%s", output_mark(o), extension);
}

/* Where the files are, for somebody who has just made them. */
static void print_built(const struct options *o, const struct job *job,
                        const struct outcome *outcome)
{
    if (o->pdf) {
        print_file(o, job, "pdf");
        (void)printf(" (%" PRIu64 " %s)\n", outcome->pages,
                     outcome->pages == 1 ? "page" : "pages");
    }
    if (o->html) {
        print_file(o, job, "html");
        (void)putchar('\n');
    }
}

static void print_checked(const struct job *job, const struct outcome *outcome)
{
    say_visible(stdout, str_of(job->folder));
    (void)printf(": %" PRIu64 " errors, %" PRIu64 " warnings, %" PRIu64
                 " acknowledged\n",
                 outcome->errors, outcome->warnings, outcome->acknowledged);
}

static void print_unchanged(const struct job *job)
{
    say_visible(stdout, str_of(job->name));
    (void)puts(": unchanged");
}

/* For somebody who wonders what a report was made from, and why now. */
static void print_making(const struct job *job, const struct outcome *outcome)
{
    enum { MIB = 1024 * 1024 };
    const struct str name = buf_view(&outcome->texts[TEXT_TEMPLATE]);
    const struct str reason = buf_view(&outcome->texts[TEXT_REASON]);

    say_visible(stdout, str_of(job->name));
    (void)printf(": template %.*s, %" PRIu64 " files read, %" PRIu64
                 " MiB of memory",
                 STR_ARG(name.len > 0 ? name : STR_LIT("unknown")),
                 outcome->inputs, (outcome->memory + MIB - 1) / MIB);
    if (reason.len > 0) {
        (void)fputs("; built because: ", stdout);
        say_visible(stdout, reason);
    }
    (void)putchar('\n');
}

bool tell_wanted(const struct options *options, enum verbosity from)
{
    return options->verbosity >= from && options->dump == STAGE_NONE &&
           !options->json;
}

void tell_outcome(const struct options *options, const struct job *job,
                  const struct outcome *outcome)
{
    say_findings(buf_view(&outcome->texts[TEXT_MESSAGES]));
    if (options->dump != STAGE_NONE)
        print_buf(&outcome->texts[TEXT_DUMP]);
    else if (options->json)
        print_buf(&outcome->texts[TEXT_RECORD]);
    if (outcome->unchanged && tell_wanted(options, VERBOSE))
        print_unchanged(job);
    if (outcome->unchanged)
        return;
    if (tell_wanted(options, NORMAL) && options->command == COMMAND_CHECK)
        print_checked(job, outcome);
    else if (tell_wanted(options, NORMAL) && outcome->status == ST_OK)
        print_built(options, job, outcome);
    if (tell_wanted(options, VERBOSE))
        print_making(job, outcome);
}

void tell_sum(const struct options *options, size_t reports, size_t unchanged,
              size_t failed)
{
    /* A single one speaks for itself, unless it has nothing to say. */
    if (!tell_wanted(options, NORMAL) || (reports == 1 && unchanged == 0))
        return;
    (void)printf("%zu %s, ", reports, reports == 1 ? "report" : "reports");
    if (unchanged > 0)
        (void)printf("%zu unchanged, ", unchanged);
    (void)printf("%zu failed\n", failed);
}
