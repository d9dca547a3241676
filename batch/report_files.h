/*
 * report_files.h - the files that a report becomes, one for each writer that is
 * wanted, and its record: how they are called, and how they get in place.
 */
#ifndef BATCH_REPORT_FILES_H
#define BATCH_REPORT_FILES_H

#include "batch/job.h"
#include "batch/record.h"
#include "batch/settings.h"

#include <limits.h>
#include <stdbool.h>

/* What they are called, without their folder. */
struct report_file_names {
    char written[WRITERS_MAX][NAME_MAX + 1]; /* as writers[] */
    char record[NAME_MAX + 1];
};

/* False when one would be longer than a name may be. */
MUST_CHECK bool report_file_names(const struct batch_settings *settings,
                                  const struct job *job,
                                  struct report_file_names *names);

/*
 * Writes the record, RECORD with the outputs that it gets here, into LINE as
 * one line of JSON; and, where the settings say so and it has no error, puts
 * the files and the record in place, the record last. FILES are as writers[],
 * each read when it is wanted.
 * What went wrong is said in MESSAGES, and in LINE; old files are then as they
 * were.
 */
MUST_CHECK enum status report_files_put(const struct batch_settings *settings,
                                        const struct job *job,
                                        const struct record *record,
                                        const struct buf *files,
                                        struct buf *messages, struct buf *line);

#endif
