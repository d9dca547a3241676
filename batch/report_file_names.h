/*
 * report_file_names.h - what the files of a report are called, one for each
 * writer, and its record.
 */
#ifndef BATCH_REPORT_FILE_NAMES_H
#define BATCH_REPORT_FILE_NAMES_H

#include "batch/job.h"
#include "batch/settings.h"

#include <stdbool.h>

enum { REPORT_NAME_SIZE = 1024 };

/* What they are called below the folder of the outputs: with --tree they lie in
   folders of it. */
struct report_file_names {
    char written[WRITERS_MAX][REPORT_NAME_SIZE]; /* as writers[] */
    char record[REPORT_NAME_SIZE];
};

/* False when one would be longer than a name may be. */
MUST_CHECK bool report_file_names(const struct batch_settings *settings,
                                  const struct job *job,
                                  struct report_file_names *names);

#endif
