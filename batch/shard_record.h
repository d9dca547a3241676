/*
 * shard_record.h - what a shard of a run has come to, for whoever merges them:
 * JSON, a line of the shard, a line a report, and a last one that says how
 * many these were, so that half a record is none.
 *
 * Ownership: what is read belongs to the arena.
 */
#ifndef BATCH_SHARD_RECORD_H
#define BATCH_SHARD_RECORD_H

#include "batch/batch_result.h"
#include "batch/folder_state.h"
#include "batch/run_sum.h"
#include "core/base/list.h"

struct shard_record {
    struct str version; /* of the program */
    struct str copy;    /* audience_name() */
    struct str options; /* in hexadecimal digits: what its files depend on
                           beside the reports */
    size_t found;       /* reports of the whole run */
    bool all;           /* as folder_state_change() has it */
    struct batch_result result;
};

/* What a run with these settings would have in common with its other shards. */
void shard_record_begin(const struct batch_settings *settings,
                        struct arena *arena, struct shard_record *record);

/* Puts it into the shard's folder, with the reports of SUM that the shard came
   to. On a failure there is none, and the observer hears of it. */
MUST_CHECK enum status shard_record_put(const struct run_sum *sum,
                                        const struct shard_record *record);

/* What several have of reports, as folder_state_change() and run_record_put()
   take it. */
struct shard_reports {
    struct list changes; /* struct folder_change */
    struct list items;   /* struct run_record_item; its jobs say the places */
};

/*
 * Reads that of SHARD below the output folder FD. ST_NOINPUT where there is
 * none, ST_DATA where it is not whole or speaks of reports that are not the
 * shard's, ST_NOMEM; REPORTS may then have some of it.
 */
MUST_CHECK enum status shard_record_read(struct arena *arena, int fd,
                                         const struct shard *shard,
                                         struct shard_record *record,
                                         struct shard_reports *reports);

#endif
