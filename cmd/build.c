#include "cmd/build.h"
#include "cmd/find_reports.h"
#include "cmd/press.h"
#include "cmd/say.h"

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
    (void)printf("%s.%s", o->copy == COPY_INTERNAL ? ".internal" : "",
                 extension);
}

/* Where the files are, for somebody who has just made them. */
static void print_built(const struct options *o, const struct job *job,
                        const struct outcome *outcome)
{
    if (o->pdf) {
        print_file(o, job, "pdf");
        (void)printf(" (%u %s)\n", outcome->pages,
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
    (void)printf(": %zu errors, %zu warnings, %zu acknowledged\n",
                 outcome->errors, outcome->warnings, outcome->acknowledged);
}

/* For somebody who wonders what a report was made from. */
static void print_making(const struct outcome *outcome)
{
    enum { MIB = 1024 * 1024 };

    (void)printf("    template %s, %zu files read, %zu MiB of memory\n",
                 outcome->template_name == NULL ? "unknown"
                                                : outcome->template_name,
                 outcome->inputs, (outcome->memory + MIB - 1) / MIB);
}

/* Records and dumps have standard output to themselves. */
static bool talks(const struct options *o, enum verbosity from)
{
    return o->verbosity >= from && o->dump == STAGE_NONE && !o->json;
}

static void print_outcome(const struct options *o, const struct job *job,
                          const struct outcome *outcome)
{
    say_findings(buf_view(&outcome->messages));
    if (o->dump != STAGE_NONE)
        print_buf(&outcome->dump);
    else if (o->json)
        print_buf(&outcome->record);
    if (talks(o, NORMAL) && o->command == COMMAND_CHECK)
        print_checked(job, outcome);
    else if (talks(o, NORMAL) && outcome->status == ST_OK)
        print_built(o, job, outcome);
    if (talks(o, VERBOSE))
        print_making(outcome);
}

static enum status build_all(struct press *press, const struct options *options,
                             const struct jobs *jobs)
{
    enum status worst = ST_OK;
    size_t failed = 0;

    for (size_t i = 0; i < jobs->count; i++) {
        struct outcome outcome;
        const enum status st = press_report(press, &jobs->items[i], &outcome);

        failed += st != ST_OK;
        worst = status_worst(worst, st);
        print_outcome(options, &jobs->items[i], &outcome);
        outcome_free(&outcome);
        say_progress(i + 1, jobs->count, failed);
    }
    say_progress_end();
    if (jobs->count > 1 && talks(options, NORMAL))
        (void)printf("%zu reports, %zu failed\n", jobs->count, failed);
    return worst;
}

enum status build(struct arena *arena, const struct options *options)
{
    struct jobs jobs;
    struct buf messages;
    struct press *press = NULL;
    enum status found =
        find_reports(arena, options->paths, options->npaths, &jobs);
    enum status st = ST_BUG;

    /* Twins would overwrite each other: nothing is built. A path that cannot
       be read costs itself alone. */
    if (jobs.count == 0 || jobs.clash ||
        (found != ST_OK && found != ST_NOINPUT))
        return found;
    buf_init(&messages, options->max_memory);
    st = press_open(options, &messages, &press);
    say_findings(buf_view(&messages));
    buf_free(&messages);
    if (st == ST_OK && talks(options, VERBOSE))
        (void)printf("templates: %s\n", press_format(press)->folder);
    if (st == ST_OK)
        st = build_all(press, options, &jobs);
    press_close(press);
    return status_worst(found, st);
}
