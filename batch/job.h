/*
 * job.h - the reports of a run, each a folder that is there.
 *
 * Ownership: the arena that find_reports() was given.
 */
#ifndef BATCH_JOB_H
#define BATCH_JOB_H

#include <stdbool.h>
#include <stddef.h>

struct job {
    const char *folder; /* as it is opened and shown */
    const char *name;   /* of the outputs */
    size_t number;      /* in the run */
    size_t place;       /* among all that were found: not a shard's alone */
    int unread;         /* errno: the folder cannot be looked into */
    const char *twin;   /* another folder that would write the same; or NULL */
    bool alone;         /* the run has no other */
};

struct jobs {
    struct job *items;
    size_t count;
    bool searched; /* some were found below a folder that was given */
    bool unread;   /* a folder could not be looked into, and is a report here */
};

#endif
