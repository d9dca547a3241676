#include "batch/settings.h"

#include <unistd.h>

/* A hundred times what the largest report takes. */
#define TIMEOUT_SECONDS 120

/* How many processors there are to work on. */
static size_t count_processors(void)
{
    const long n = sysconf(_SC_NPROCESSORS_ONLN);

    if (n < 1)
        return 1;
    return n > WORKERS_MAX ? WORKERS_MAX : (size_t)n;
}

struct batch_settings batch_settings_default(void)
{
    struct batch_settings settings = {
        .max_memory = ARENA_USUAL_LIMIT,
        .workers = count_processors(),
        .timeout = TIMEOUT_SECONDS,
    };

    for (size_t i = 0; i < writer_count; i++)
        settings.formats[i] = true;
    return settings;
}
