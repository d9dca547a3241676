/*
 * run_record.h - run.json: what the last run into a folder did, and how old
 * what stands was then.
 */
#ifndef BATCH_RUN_RECORD_H
#define BATCH_RUN_RECORD_H

#include "batch/batch_result.h"
#include "batch/folder_state.h"
#include "batch/manifest_name.h"

/* A report of the run. */
struct run_record_item {
    const struct job *job;
    bool done; /* the run came to it */
    enum status status;
    bool unchanged;
    int64_t ms;
    uint64_t failed_runs;
    int64_t written; /* as folder_state.h */
};

/* Puts the file in place. On a failure the old one stays, and the folder's
   observer hears of it. */
MUST_CHECK enum status run_record_put(const struct out_folder *folder,
                                      const struct run_record_item *items,
                                      size_t nitems,
                                      const struct batch_result *result);

/* The members `written` and `age-days` of what was written at SECONDS, as long
   before NOW: null where that is 0. */
void run_record_put_age(struct json_out *j, int64_t seconds, int64_t now);

#endif
