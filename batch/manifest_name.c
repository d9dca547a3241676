#include "batch/manifest_name.h"
#include "batch/record.h"

#include <stdio.h>

void manifest_file_name(const struct batch_settings *settings,
                        char name[NAME_MAX + 1])
{
    (void)snprintf(name, NAME_MAX + 1, MANIFEST_NAME "%s.json",
                   audience_mark(settings->audience));
}

void run_record_file_name(const struct batch_settings *settings,
                          char name[NAME_MAX + 1])
{
    (void)snprintf(name, NAME_MAX + 1, RUN_RECORD_NAME "%s.json",
                   audience_mark(settings->audience));
}

bool manifest_takes(struct str name)
{
    return str_is(name, MANIFEST_NAME) || str_is(name, RUN_RECORD_NAME);
}
