/*
 * run_reports.h - a run of reports, and what a person is told of it: messages
 * on standard error, files, records or dumps on standard output.
 *
 * When a signal stopped the run, the program dies of it here.
 */
#ifndef CMD_RUN_REPORTS_H
#define CMD_RUN_REPORTS_H

#include "batch/observer.h"
#include "cmd/options.h"

MUST_CHECK enum status run_reports(struct arena *arena,
                                   struct options *options);

/* Who prints what is heard, as OPTIONS ask for it. */
struct observer printing_observer(struct options *options);

#endif
