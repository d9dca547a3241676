#include "cmd/run_reports.h"

/* The whole way, but for the last step. */
enum status command_check(struct arena *arena, struct options *options)
{
    options->settings.out = NULL;
    return run_reports(arena, options);
}
