/*
 * merge.h - the shards of a run (shard.h) joined: manifest.json and run.json as
 * one run would have written them, and only then orphans.
 *
 * Nothing is changed unless all shards have ended, with one version of the
 * program and with the same options. A merge that was killed is made again by
 * the next.
 */
#ifndef BATCH_MERGE_H
#define BATCH_MERGE_H

#include "batch/batch_result.h"
#include "batch/observer.h"
#include "batch/settings.h"
#include "core/base/arena.h"

/* What the observer is not told: reports come from records, not from a run. */
struct merged {
    const struct run_record_item *failed; /* those that were not written */
    size_t nfailed;
};

/*
 * Joins the shards in settings->out, whose audience becomes theirs. The status
 * is the worst of their reports', and in *result, when result->whole; otherwise
 * it says, after lines to OBSERVER, why nothing was merged: ST_NOINPUT where
 * the folder has no shards or one has not ended, ST_DATA where they do not
 * belong together, ST_BUSY while one runs, ST_OUTPUT.
 */
MUST_CHECK enum status batch_merge(struct arena *arena,
                                   struct batch_settings *settings,
                                   const struct observer *observer,
                                   struct batch_result *result,
                                   struct merged *merged);

#endif
