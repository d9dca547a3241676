/*
 * shard_folder.h - where the shards of a run keep what is their own in an
 * output folder that they share: a folder for each,
 * OUT/.councilpress.shards/3-of-8, with its lock, its record (shard_record.h)
 * and what it has half written.
 *
 * A shard's record is there when it came to its end, from then until it is
 * merged or the shard begins again.
 */
#ifndef BATCH_SHARD_FOLDER_H
#define BATCH_SHARD_FOLDER_H

#include "batch/observer.h"
#include "batch/shard.h"
#include "core/base/arena.h"
#include "core/base/status.h"

#define SHARDS_FOLDER ".councilpress.shards"
#define MERGED_FOLDER ".councilpress.merged" /* as long as it is removed */
#define SHARD_LOCK_NAME "lock"
#define SHARD_RECORD_NAME "record"

enum { SHARD_PATH_SIZE = 64 };

/* SHARDS_FOLDER/3-of-8, and NAME in it unless that is empty. */
void shard_path(const struct shard *shard, const char *name,
                char path[SHARD_PATH_SIZE]);

/* Those that have a folder in the output folder OUT, which is FD, in the order
   of their counts and numbers. */
struct shards {
    struct shard *items;
    size_t count;
};

/* ST_OUTPUT after a line to OBSERVER when it cannot be told. */
MUST_CHECK enum status shards_list(struct arena *arena, int fd, const char *out,
                                   const struct observer *observer,
                                   struct shards *shards);

/*
 * Makes the folder of SHARD, and returns its descriptor. -1 after a line to
 * OBSERVER, with the status in *st, when it cannot be had or the folder has
 * shards of another count.
 */
int shard_folder_make(const struct shard *shard, int fd, const char *out,
                      const struct observer *observer, enum status *st);

/* ST_CREATE after an error when shards wait there to be merged: a run that is
   whole would be overwritten by them. */
MUST_CHECK enum status shards_refuse(int fd, const char *out,
                                     const struct observer *observer);

/* All of them, at one stroke: a merge that is killed has done all or nothing.
   What was put into their folder by others stays in MERGED_FOLDER. ST_OUTPUT
   after a line to OBSERVER when they stay. */
MUST_CHECK enum status shards_remove(int fd, const char *out,
                                     const struct observer *observer);

#endif
