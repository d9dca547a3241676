/*
 * run_sum.h - the end of a run: what it did is written down in the output
 * folder, by itself or by whoever merges its shards.
 */
#ifndef BATCH_RUN_SUM_H
#define BATCH_RUN_SUM_H

#include "batch/folder_state.h"
#include "batch/run_record.h"

struct run_sum {
    const struct out_folder *folder;
    struct folder_state *state;    /* as it was before; it is changed */
    struct folder_change *changes; /* N */
    struct run_record_item *items; /* N, in the order of the run */
    size_t n;

    /* These are all reports there are: one of many leaves the others as they
       are, and they are no orphans. Nor are those that may lie in a folder that
       could not be looked into. */
    bool all;
};

/* Puts manifest.json and run.json in place, and orphans into *RESULT. On a
   failure the old ones stay. */
MUST_CHECK enum status run_sum_put(struct arena *arena,
                                   const struct run_sum *sum,
                                   struct batch_result *result);

#endif
