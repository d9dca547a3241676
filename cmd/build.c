#include "cmd/build.h"
#include "batch/batch.h"
#include "batch/find_reports.h"
#include "batch/report_builder.h"
#include "batch/stop_signals.h"
#include "cmd/console.h"
#include "cmd/print_outcome.h"

#include <stdio.h>

enum status build(struct arena *arena, const struct options *options)
{
    struct jobs jobs;
    struct buf messages;
    struct report_builder *builder = NULL;
    int signal = 0;
    enum status found =
        find_reports(arena, options->paths, options->npaths, &jobs);
    enum status st = ST_BUG;

    /* Twins would overwrite each other: nothing is built. A path that cannot
       be read costs itself alone. */
    if (jobs.count == 0 || jobs.clash ||
        (found != ST_OK && found != ST_NOINPUT))
        return found;
    buf_init(&messages, options->max_memory);
    st = report_builder_open(options, &messages, &builder);
    console_findings(buf_view(&messages));
    buf_free(&messages);
    if (st == ST_OK && print_wanted(options, VERBOSE))
        (void)printf("templates: %s\n",
                     report_builder_templates(builder)->folder);
    if (st == ST_OK)
        st = batch_run(arena, builder, options, &jobs, found, &signal);
    report_builder_close(builder);
    if (signal != 0)
        stop_signals_die(signal);
    return status_worst(found, st);
}
