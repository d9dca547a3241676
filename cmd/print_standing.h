/*
 * print_standing.h - what a person is told of files that stand though the run
 * did not write them: older ones of reports that failed, and those of reports
 * that were not found.
 */
#ifndef CMD_PRINT_STANDING_H
#define CMD_PRINT_STANDING_H

#include "batch/batch.h"
#include "batch/run_record.h"
#include "cmd/options.h"

/* Of the whole run: how many were not written, and what stands of them. */
void print_not_written(const struct options *options,
                       const struct batch_result *result);

/* Of one report that failed: a line, as messages.h has them, into OUT. */
void standing_add_line(const struct job *job, const struct outcome *outcome,
                       struct buf *out);

/* Such a line of each, up to twenty, where reports are not heard themselves. */
void print_failed(const struct options *options,
                  const struct run_record_item *failed, size_t n);

void print_orphans(const struct options *options,
                   const struct batch_result *result);

#endif
