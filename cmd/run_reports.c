#include "cmd/run_reports.h"
#include "batch/batch.h"
#include "batch/confine.h"
#include "batch/record.h"
#include "batch/stop_signals.h"
#include "cmd/console.h"
#include "cmd/print_codes.h"
#include "cmd/print_outcome.h"
#include "cmd/print_standing.h"

#include <stdio.h>
#include <string.h>

#define HELD_MAX (64 * MIB)

static void hear_line(void *context, enum priority priority, struct str line)
{
    const struct options *o = context;

    if (priority != PRIORITY_INFO || o->verbosity == VERBOSE)
        console_line(priority, "%.*s", STR_ARG(line));
}

static void hear_findings(void *context, struct str text)
{
    struct options *o = context;

    if (o->verbosity == QUIET && o->held.limit > 0) {
        buf_str(&o->held, text);
        if (buf_status(&o->held) == ST_OK)
            return;
    }
    /* Also what there is no room for: it comes before its turn. */
    console_findings(text, o->verbosity == VERBOSE);
}

enum { FONTS_EACH = FACE_MAX + FALLBACKS_MAX };

/* Font I of the house styles that were read. */
static const char *font_of(const struct library_unit *const *units, size_t i)
{
    const struct library_unit *u = units[i / FONTS_EACH];
    const struct house *house = u->part == LIBRARY_HOUSES ? u->made : NULL;

    if (house == NULL)
        return NULL;
    return i % FONTS_EACH < FACE_MAX
               ? house->fonts.files[i % FONTS_EACH]
               : house->fonts.fallbacks[i % FONTS_EACH - FACE_MAX];
}

/* Each file once, where it was found. */
static void print_fonts(const struct library *library)
{
    size_t count = 0;
    const struct library_unit *const *units = library_units(library, &count);

    for (size_t i = 0; i < count * FONTS_EACH; i++) {
        const char *file = font_of(units, i);
        size_t earlier = 0;

        while (file != NULL && earlier < i &&
               (font_of(units, earlier) == NULL ||
                strcmp(font_of(units, earlier), file) != 0))
            earlier++;
        if (file != NULL && earlier == i)
            (void)printf("font: %s\n", file);
    }
}

static void hear_opened(void *context, const struct library *library)
{
    size_t count = 0;
    const char *const *folders = library_folders(library, &count);

    if (!print_wanted(context, VERBOSE))
        return;
    for (size_t i = 0; i < count; i++)
        (void)printf("templates: %s\n", folders[i]);
    print_fonts(library);
}

static void hear_unprotected(void *context, unsigned missing)
{
    if (!print_wanted(context, VERBOSE))
        return;
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

static void hear_report(void *context, const struct job *job,
                        const struct outcome *outcome)
{
    print_outcome(context, job, outcome);
}

static void hear_progress(void *context, const struct batch_result *so_far)
{
    const struct options *o = context;

    if (o->verbosity != QUIET)
        console_progress(so_far->done, so_far->reports, so_far->failed,
                         so_far->ms);
}

struct observer printing_observer(struct options *options)
{
    return (struct observer){
        .context = options,
        .line = hear_line,
        .findings = hear_findings,
        .opened = hear_opened,
        .unprotected = hear_unprotected,
        .report = hear_report,
        .progress = hear_progress,
    };
}

enum status run_reports(struct arena *arena, struct options *options)
{
    const struct observer observer = printing_observer(options);
    struct batch_result result;
    enum status st;

    buf_init(&options->held, HELD_MAX);
    options->settings.roots = options->arguments;
    options->settings.nroots = options->narguments;
    st = batch_run(arena, &options->settings, options->arguments,
                   options->narguments, &observer, &result);
    console_progress_end();
    if (result.signal != 0)
        console_line(
            PRIORITY_WARNING,
            "stopped: %zu of %zu reports are done; the next run goes on",
            result.done, result.reports);
    if (result.whole)
        print_not_written(options, &result);
    if (result.whole && options->verbosity == QUIET)
        print_codes_first(&result);
    print_orphans(options, &result);
    console_findings(buf_view(&options->held), false);
    buf_free(&options->held);
    if (options->unheld > 0)
        console_line(PRIORITY_ERROR,
                     "there was no room for all that is said of %zu more "
                     "reports: councilpress check says it, report by report",
                     options->unheld);
    if (result.whole)
        print_summary(options, &result);
    if (result.signal != 0)
        stop_signals_die(result.signal);
    return st;
}
