/*
 * shard.h - a part of a run that one of several machines does: which reports
 * are its own.
 *
 * A report belongs to a shard by the SHA-256 of its name, whatever else there
 * is and whatever machine asks: that one is added moves no other.
 */
#ifndef BATCH_SHARD_H
#define BATCH_SHARD_H

#include "batch/job.h"
#include "core/base/str.h"

#define SHARDS_MAX 9999

struct shard {
    unsigned number; /* 1 to COUNT */
    unsigned count;  /* 0: the run is whole */
};

/* Whether the report NAME is one of SHARD, as all are of a whole run. */
bool shard_has(const struct shard *shard, struct str name);

/* Leaves those in JOBS that are; their places are as they were. */
void shard_choose(const struct shard *shard, struct jobs *jobs);

#endif
