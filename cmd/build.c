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
    struct press *press = NULL;
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
    st = press_open(options, &messages, &press);
    say_findings(buf_view(&messages));
    buf_free(&messages);
    if (st == ST_OK && tell_wanted(options, VERBOSE))
        (void)printf("templates: %s\n", press_format(press)->folder);
    if (st == ST_OK)
        st = batch_run(arena, press, options, &jobs, found, &signal);
    press_close(press);
    if (signal != 0)
        stop_die(signal);
    return status_worst(found, st);
}
