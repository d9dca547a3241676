/*
 * messages.h - findings as a person, an editor or the journal reads them.
 */
#ifndef BATCH_MESSAGES_H
#define BATCH_MESSAGES_H

#include "batch/find_reports.h"
#include "core/finding/finding.h"

/*
 * findings_print(), each with the priority of its level, and its file with
 * the folder when JOB is not the only report of its run, so that nobody asks
 * which report.xml is meant. A NULL JOB is the run itself.
 */
void messages_add(const struct findings *findings, const struct job *job,
                  struct buf *out);

/* One error of a whole report: its folder, WHY, a line end. */
void messages_error(const struct job *job, const char *why, struct buf *out);

#endif
