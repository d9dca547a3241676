/*
 * pool.h - worker processes that persist, so that their caches stay warm, each
 * with one report at a time, which the pool knows.
 *
 * A worker that hangs is killed and replaced, and costs the one report it had.
 * So does one that dies or says what is no message at its first report; later
 * an earlier report may have spoilt it, and the one it had goes to a new
 * worker.
 *
 * Ownership: the pool owns its processes; pool_close() ends them, whatever
 * they do at the time, but lets them put their files in place.
 */
#ifndef BATCH_POOL_H
#define BATCH_POOL_H

#include "batch/confine.h"
#include "batch/outcome.h"
#include "batch/report_builder.h"

#include <sys/types.h>

struct pool_worker {
    pid_t pid; /* 0: there is none */
    int fd;
    bool busy;
    bool used; /* it has answered before */
    size_t job;
    int64_t since; /* milliseconds, of pool_clock() */
    struct buf in; /* of the message that is coming */
};

struct pool {
    struct report_builder *builder;
    const struct batch_settings *settings;
    const struct jobs *jobs;
    const struct confinement *confinement;
    int stop_fd;               /* readable when the run is to stop */
    size_t next;               /* report to be handed out */
    size_t again[WORKERS_MAX]; /* those to be handed to new workers, first */
    size_t nagain;
    bool lost_one;     /* a worker died: temporary files may have stayed */
    bool one_may_live; /* it could not be waited for, and may write still */
    size_t nworkers;
    struct pool_worker workers[WORKERS_MAX];
};

struct pool_result {
    size_t job;
    struct outcome outcome; /* the caller's from now on */
    int64_t ms;
    unsigned missing; /* enum confine_missing */
};

enum pool_event {
    POOL_RESULT,
    POOL_DONE, /* every report has its result */
    POOL_STOPPED,
};

/* Starts nothing yet. There are 1 to WORKERS_MAX workers. */
void pool_open(struct pool *pool, struct report_builder *builder,
               const struct batch_settings *settings, const struct jobs *jobs,
               const struct confinement *confinement, int stop_fd);

/* Waits for what comes next, in whatever order reports end. *result is set
   for POOL_RESULT. */
enum pool_event pool_next(struct pool *pool, struct pool_result *result);

void pool_close(struct pool *pool);

/* Milliseconds since some moment, never set back. */
int64_t pool_clock(void);

#endif
