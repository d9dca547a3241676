/*
 * watch_reports.h - `build --watch`: a run, and another after every save, for
 * those who stay in the terminal.
 *
 * Each run is a whole one: what has not changed is not built. What is said of a
 * report is said once, until it is something else.
 */
#ifndef CMD_WATCH_REPORTS_H
#define CMD_WATCH_REPORTS_H

#include "cmd/options.h"

/* Ends with SIGINT, SIGTERM or SIGHUP; the status is that of the last run. */
MUST_CHECK enum status watch_reports(struct arena *arena,
                                     struct options *options);

#endif
