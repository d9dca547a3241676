/*
 * batch_result.h - what a run has come to.
 *
 * Ownership: names belong to the arena of the run.
 */
#ifndef BATCH_BATCH_RESULT_H
#define BATCH_BATCH_RESULT_H

#include "batch/code_counts.h"
#include "core/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
    struct code_counts codes; /* likewise */
    int64_t started;          /* seconds since 1970 */
    int64_t ms;

    /* Of the reports that failed: whose older files stand, and when the oldest
       and the newest of these were written. */
    size_t standing;
    int64_t oldest, newest;

    const struct orphan *orphans;
    size_t norphans;
};

/* COUNT more have failed whose older files stand, written from OLDEST to
   NEWEST. */
void batch_result_add_standing(struct batch_result *result, size_t count,
                               int64_t oldest, int64_t newest);

#endif
