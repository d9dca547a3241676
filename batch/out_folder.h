/*
 * out_folder.h - the output folder, as one run at a time may write to it.
 *
 * The lock is flock(2) on OUT_LOCK_NAME. The process that was asked for the run
 * holds it, and no worker does, so that it ends with that process.
 *
 * A shard of a run (shard.h) shares that lock with the others, and holds one of
 * its own in its own folder (shard_folder.h).
 *
 * What a killed run left half written (outfile.h) the next one removes; nothing
 * else is ever removed.
 */
#ifndef BATCH_OUT_FOLDER_H
#define BATCH_OUT_FOLDER_H

#include "batch/observer.h"
#include "batch/outfile.h"
#include "batch/settings.h"

#define OUT_LOCK_NAME ".councilpress.lock"

/* And the run that writes there. */
struct out_folder {
    const struct batch_settings *settings;
    const struct observer *observer;
    const char *path; /* NULL: there is none, and nothing is written */
    int fd;
    int stage; /* the folder of what is half written: fd, or a shard's own */
    int lock;
    int shard_lock; /* -1: the run is whole */
};

#define OUT_FOLDER_NONE                                                        \
    ((struct out_folder){.fd = -1, .stage = -1, .lock = -1, .shard_lock = -1})

/*
 * Makes, opens and locks the folder, and removes what a killed run left half
 * written. ST_BUSY after a line to OBSERVER when another run has it and nobody
 * asked to wait; ST_CREATE or ST_OUTPUT after one when it cannot be had.
 * A NULL path in *folder is one that needs no closing. SETTINGS and OBSERVER
 * live as long as it.
 */
MUST_CHECK enum status out_folder_open(const struct batch_settings *settings,
                                       const struct observer *observer,
                                       struct out_folder *folder);
void out_folder_close(struct out_folder *folder);

#endif
