#include "batch/report_file_names.h"
#include "batch/record.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static bool name_file(const struct batch_settings *s, const struct job *job,
                      const char *extension, char name[REPORT_NAME_SIZE])
{
    const int n = snprintf(name, REPORT_NAME_SIZE, "%s%s.%s", job->name,
                           audience_mark(s->audience), extension);
    const char *last = strrchr(name, '/');

    return n >= 0 && n < REPORT_NAME_SIZE &&
           strlen(last == NULL ? name : last + 1) <= NAME_MAX;
}

bool report_file_names(const struct batch_settings *settings,
                       const struct job *job, struct report_file_names *names)
{
    for (size_t i = 0; i < writer_count; i++) {
        if (!name_file(settings, job, writers[i].extension, names->written[i]))
            return false;
    }
    return name_file(settings, job, "json", names->record);
}
