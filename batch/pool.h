/*
 * pool.h - worker processes that live on from report to report, so that their
 * caches stay warm. Each has one report at a time.
 *
 * A worker that hangs is killed and replaced, and its report is lost. So is
 * that of one that dies, or answers what is no message, at its first report. At
 * a later one it may have been spoilt by the reports before: then its report
 * goes to a new worker.
 *
 * Ownership: the pool owns its processes; pool_close() ends them, whatever
 * they do at the time.
 */
#ifndef BATCH_POOL_H
#define BATCH_POOL_H

#include "batch/outcome.h"
#include "batch/pool_worker.h"

struct pool {
    struct pool_work work;
    int stop_fd;               /* readable when the run is to stop */
    size_t next;               /* the first job that was never handed out */
    size_t again[WORKERS_MAX]; /* jobs for new workers, which come first: never
                                  more than there are workers, as no other is
                                  handed out meanwhile */
    size_t nagain;
    size_t nworkers;
    struct pool_worker workers[WORKERS_MAX];
};

struct pool_result {
    size_t job;
    struct outcome outcome; /* the caller's from now on */
    int64_t ms;
    unsigned missing;       /* enum confine_missing */
    char stage[STAGE_SIZE]; /* its files (report_files.h) */
};

enum pool_event {
    POOL_RESULT,
    POOL_DONE, /* every report has its result */
    POOL_STOPPED,
};

/* Starts nothing yet. There are 1 to WORKERS_MAX workers. */
void pool_open(struct pool *pool, const struct pool_work *work, int stop_fd);

/* Waits for what comes next, in whatever order reports end. *result is set
   for POOL_RESULT; its files are there until the next call. */
enum pool_event pool_next(struct pool *pool, struct pool_result *result);

void pool_close(struct pool *pool);

#endif
