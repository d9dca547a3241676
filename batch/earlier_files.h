/*
 * earlier_files.h - files of a report in formats that this run was not asked
 * for.
 *
 * After `--format html` a PDF of last week would stand beside the page of
 * today, and nothing in the folder would tell them apart.
 */
#ifndef BATCH_EARLIER_FILES_H
#define BATCH_EARLIER_FILES_H

#include "batch/out_folder.h"
#include "batch/outcome.h"
#include "batch/report_file_names.h"

struct earlier_files {
    bool stand[WRITERS_MAX]; /* by writer */
};

/*
 * Those in OUT that were not made from what OUTCOME's record says. To be asked
 * before that record takes the place of the one in OUT. Where one of the two
 * cannot be read every file that stands counts as earlier.
 */
void earlier_files_find(const struct batch_settings *settings,
                        const struct report_file_names *names,
                        const struct out_folder *out,
                        const struct outcome *outcome,
                        struct earlier_files *found);

/* A warning for each. */
void earlier_files_tell(const struct earlier_files *found,
                        const struct batch_settings *settings,
                        const struct report_file_names *names,
                        struct buf *messages);

#endif
