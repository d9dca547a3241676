#include "batch/merge.h"
#include "cmd/print_codes.h"
#include "cmd/print_outcome.h"
#include "cmd/print_standing.h"
#include "cmd/run_reports.h"

enum status command_merge(struct arena *arena, struct options *options)
{
    const struct observer observer = printing_observer(options);
    struct batch_result result;
    struct merged merged;
    enum status st;

    options->settings.out = options->arguments[0];
    st = batch_merge(arena, &options->settings, &observer, &result, &merged);
    if (!result.whole)
        return st;
    print_not_written(options, &result);
    if (options->verbosity == QUIET)
        print_codes_first(&result);
    print_orphans(options, &result);
    print_failed(options, merged.failed, merged.nfailed);
    print_summary(options, &result);
    return st;
}
