/*
 * report_outputs.h - the tree of a report as pages and as files in memory:
 * layout and the writers. For batch/report_builder.c only.
 */
#ifndef BATCH_REPORT_OUTPUTS_H
#define BATCH_REPORT_OUTPUTS_H

#include "batch/report_work.h"

/* Fills layout and files of W. Whoever waits for the web page gets it before
   the file on pages is made, where its length is known from the last time. */
MUST_CHECK enum status report_make_outputs(struct report_work *w);

/* Bytes that W takes, of which --max-memory is the limit. */
size_t report_work_memory(const struct report_work *w);

#endif
