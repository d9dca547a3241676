/*
 * out_folder.h - the output folder, as one run at a time may write to it.
 *
 * The lock is flock(2) on OUT_LOCK_NAME. It ends with the last process of the
 * run, so that of a dead run is none, and workers that outlive their parent
 * for a moment still have theirs.
 */
#ifndef BATCH_OUT_FOLDER_H
#define BATCH_OUT_FOLDER_H

#include "batch/observer.h"
#include "batch/settings.h"

#define OUT_LOCK_NAME ".councilpress.lock"

struct out_folder {
    const char *path;
    int fd;
    int lock;
};

/*
 * Makes, opens and locks the folder, and removes what a killed run left half
 * written. ST_BUSY after a line to OBSERVER when another run has it and nobody
 * asked to wait; ST_CREATE after one when it cannot be had. A NULL path in
 * *folder is one that needs no closing.
 */
MUST_CHECK enum status out_folder_open(const struct batch_settings *settings,
                                       const struct observer *observer,
                                       struct out_folder *folder);
void out_folder_close(struct out_folder *folder);

/* Removes temporary files of processes that are no more. The caller has the
   lock, and no process that writes. */
void out_folder_sweep(const struct out_folder *folder);

#endif
