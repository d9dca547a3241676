#include "cmd/run_reports.h"

enum status command_build(struct arena *arena, struct options *options)
{
    if (options->settings.dump != STAGE_NONE)
        options->settings.out = NULL;
    return run_reports(arena, options);
}
