#include "cmd/run_reports.h"
#include "cmd/watch_reports.h"

enum status command_build(struct arena *arena, struct options *options)
{
    if (options->settings.dump != STAGE_NONE)
        options->settings.out = NULL;
    return options->watch ? watch_reports(arena, options)
                          : run_reports(arena, options);
}
