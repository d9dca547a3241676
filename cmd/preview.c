#include "preview/preview.h"
#include "cmd/run_reports.h"

enum status command_preview(struct arena *arena, struct options *options)
{
    struct preview_settings settings = {
        .batch = options->settings,
        .paths = options->arguments,
        .npaths = options->narguments,
        .port = options->port,
        .open = !options->no_open,
    };
    const struct observer observer = printing_observer(options);

    settings.batch.roots = settings.paths;
    settings.batch.nroots = settings.npaths;
    return preview_run(arena, &settings, &observer);
}
