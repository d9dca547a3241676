/*
 * find_reports.h - which reports the paths that are given mean.
 *
 * A path is a report folder, a report.xml, or a folder of report folders,
 * searched to a depth of FIND_DEPTH_MAX in the order of names. Below a path a
 * symbolic link is followed to a report folder, never searched.
 *
 * A folder that cannot be looked into may hold reports: it counts as one
 * report, which fails.
 *
 * A report has the name of its folder; with TREE the way to it from below the
 * path, "2026-10/dept-16".
 *
 * Ownership: the arena.
 */
#ifndef BATCH_FIND_REPORTS_H
#define BATCH_FIND_REPORTS_H

#include "batch/job.h"
#include "batch/observer.h"
#include "core/base/arena.h"

#define FIND_DEPTH_MAX 16

/*
 * ST_NOINPUT after a line to OBSERVER when a path cannot be read or holds no
 * report. What could be found is in *jobs in any case. A folder that is named
 * twice is there once. Of several that would write the same files the first is
 * there, with another as its twin: it fails.
 */
MUST_CHECK enum status find_reports(struct arena *arena,
                                    const struct observer *observer,
                                    const char *const *paths, size_t npaths,
                                    bool tree, struct jobs *jobs);

/* The folder of the one report that PATH names: itself, or that of its
   report.xml. NULL: it names none, after a line to OBSERVER. */
const char *find_report_folder(struct arena *arena,
                               const struct observer *observer,
                               const char *path);

#endif
