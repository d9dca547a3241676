/*
 * batch.h - a run: all reports that paths name are found, handed out, told in
 * their order whatever the order they end in, and written down.
 *
 * Reports are built by workers, so that one that crashes, hangs or takes too
 * much costs itself alone; settings.h says when one is not.
 */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include "batch/observer.h"
#include "batch/settings.h"

/* Files whose report was not found. */
struct orphan {
    const char *name; /* of the report */
    int64_t written;  /* seconds since 1970 */
};

/* What a run has come to, or has so far. */
struct batch_result {
    enum status status; /* the worst of all */
    bool whole;         /* the run came to its end, or was stopped */
    int signal;         /* that stopped it; 0: none did */
    size_t reports;
    size_t done; /* fewer, when it was stopped */
    size_t unchanged;
    size_t failed;
    uint64_t errors, warnings, acknowledged; /* in what was not unchanged */
    uint64_t pages;
    int64_t started; /* seconds since 1970 */
    int64_t ms;

    /* Of the reports that failed: whose older files stand, and when the oldest
       and the newest of these were written. */
    size_t standing;
    int64_t oldest, newest;

    const struct orphan *orphans;
    size_t norphans;
};

/*
 * Builds the reports of PATHS. The status is also in *result, whose names
 * belong to the arena: the worst of the reports and of looking for them, or of
 * what kept the run from being whole. When a signal stopped it, what was done
 * is whole, and the rest was not begun; the caller may want to die of it
 * (stop_signals.h).
 */
MUST_CHECK enum status batch_run(struct arena *arena,
                                 const struct batch_settings *settings,
                                 const char *const *paths, size_t npaths,
                                 const struct observer *observer,
                                 struct batch_result *result);

#endif
