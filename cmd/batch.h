/*
 * batch.h - all reports of a run: handed out, told in their order whatever
 * the order they end in, and written down.
 *
 * One report is built by this process itself; more are built by workers, so
 * that one that crashes, hangs or takes too much costs itself alone.
 */
#ifndef CMD_BATCH_H
#define CMD_BATCH_H

#include "cmd/find_reports.h"
#include "cmd/press.h"

/* *signal is set when one ended the run: what was done is whole, the rest was
   not begun. The status is the worst of the reports and of FOUND, which is how
   looking for them went. */
MUST_CHECK enum status batch_run(struct arena *arena, struct press *press,
                                 const struct options *options,
                                 const struct jobs *jobs, enum status found,
                                 int *signal);

#endif
