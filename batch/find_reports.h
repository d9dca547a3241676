/*
 * find_reports.h - which reports the paths of a command line mean.
 *
 * A path is a report folder, a report.xml, or a folder of report folders,
 * searched to a depth of FIND_DEPTH_MAX in the order of names. Below a path a
 * symbolic link is followed to a report folder, never searched.
 *
 * Ownership: the arena.
 */
#ifndef BATCH_FIND_REPORTS_H
#define BATCH_FIND_REPORTS_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stddef.h>

#define FIND_DEPTH_MAX 16

struct job {
    const char *folder; /* as it is opened and shown */
    const char *name;   /* of the outputs */
    bool alone;         /* the run has no other */
};

struct jobs {
    struct job *items;
    size_t count;
    bool clash;    /* two of them would write the same files */
    bool searched; /* some were found below a folder that was given */
};

/*
 * ST_NOINPUT after a message when a path cannot be read or holds no report,
 * ST_DATA after one when two reports would have the same outputs
 * (jobs->clash). What could be found is in *jobs in any case.
 */
MUST_CHECK enum status find_reports(struct arena *arena,
                                    const char *const *paths, size_t npaths,
                                    struct jobs *jobs);

#endif
