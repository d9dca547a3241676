/*
 * batch.h - all reports of a run: handed out, told in their order whatever
 * the order they end in, and written down.
 *
 * One report is built by this process itself; more are built by workers, so
 * that one that crashes, hangs or takes too much costs itself alone.
 */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include "batch/find_reports.h"
#include "batch/report_builder.h"

/* *signal is set when one ended the run: what was done is whole, the rest was
   not begun. The status is the worst of the reports and of FOUND, which is how
   looking for them went. */
MUST_CHECK enum status batch_run(struct arena *arena,
                                 struct report_builder *builder,
                                 const struct options *options,
                                 const struct jobs *jobs, enum status found,
                                 int *signal);

#endif
