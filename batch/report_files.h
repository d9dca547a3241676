/*
 * report_files.h - the files that a report becomes, one for each writer that is
 * wanted, and its record: how they are made by whoever builds the report, and
 * how they get in place, by whoever asked for it.
 */
#ifndef BATCH_REPORT_FILES_H
#define BATCH_REPORT_FILES_H

#include "batch/job.h"
#include "batch/out_folder.h"
#include "batch/outcome.h"
#include "batch/record.h"
#include "batch/report_file_names.h"
#include "batch/settings.h"

#include <stdbool.h>

/* Where whoever builds a report puts it: open files that are empty, one for
   each format that is wanted, as writers[]. */
struct report_targets {
    int *files;    /* -1 once they are closed */
    size_t nfiles; /* 0: none is written */
    int error;     /* errno: there are none, though they are wanted */
};

/*
 * Adds the record, RECORD with the outputs that it gets here, to the outcome's
 * texts as one line of JSON; and, where there are TARGETS and the report has no
 * error, fills them. FILES are as writers[], each read when it is wanted. What
 * went wrong is in the outcome's messages, and in the record.
 */
MUST_CHECK enum status report_files_make(const struct batch_settings *settings,
                                         const struct job *job,
                                         const struct report_targets *targets,
                                         const struct record *record,
                                         const struct buf *files,
                                         struct outcome *outcome);

/* A word for outfile_temporary(): the files of a worker's order. Each worker
   has two that take turns, as it may have its next one when those of the last
   are put in place. */
enum { STAGE_SIZE = 32 };
void report_files_stage(size_t worker, bool odd, char stage[STAGE_SIZE]);

/* Makes them. *nfiles is 0 where none are wanted. False, with errno, when they
   cannot be had: then none is open. */
MUST_CHECK bool report_files_open(const struct batch_settings *settings,
                                  const struct out_folder *out,
                                  const char *stage, int files[WRITERS_MAX],
                                  size_t *nfiles);

/* Takes away what is left of them. */
void report_files_discard(const struct batch_settings *settings,
                          const struct out_folder *out, const char *stage);

/*
 * Moves the files of STAGE, those of a report that went well, as OUTCOME says,
 * into their places, with its record, which is written here, last. When that
 * fails, OUTCOME says so in all that it has, and the old files stand.
 */
void report_files_place(const struct batch_settings *settings,
                        const struct job *job, const struct out_folder *out,
                        const char *stage, struct outcome *outcome);

#endif
