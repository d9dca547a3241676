/*
 * pool_worker.h - one worker as its parent has it: a process, what it was
 * asked, what has come of its answer, and what its libraries print.
 *
 * Ownership: a worker that is there (pid != 0) is ended by pool_worker_end().
 */
#ifndef BATCH_POOL_WORKER_H
#define BATCH_POOL_WORKER_H

#include "batch/confine.h"
#include "batch/out_folder.h"
#include "batch/report_builder.h"

#include <sys/types.h>

struct pool_worker {
    pid_t pid; /* 0: there is none */
    int fd;
    int said; /* the end of a pipe: what it prints, lines for nobody */
    bool busy;
    bool used; /* it has answered before */
    size_t job;
    int64_t since;   /* milliseconds, of pool_clock() */
    struct buf in;   /* of the message that is coming */
    struct buf line; /* of what it prints, as far as it has come */
    size_t lines;    /* that it has printed */
    size_t number;   /* among the workers */
    bool odd;        /* of its orders: which files it has (report_files.h) */
};

/* What all workers of a run have in common. */
struct pool_work {
    struct report_builder *builder;
    const struct batch_settings *settings;
    const struct observer *observer;
    const struct jobs *jobs;
    const struct confinement *confinement;
    const struct out_folder *out; /* its path is NULL where none is written */
};

enum { WORKER_READ_SIZE = 65536 };

/* Makes W, whose number is set, a process. False, with errno, when there can be
   none. */
MUST_CHECK bool pool_worker_start(const struct pool_work *work,
                                  struct pool_worker *w);

/* Ends W if it has not ended by itself; how it ended is in *how. False when
   that cannot be known: it ends when it finds nobody at the other end. */
bool pool_worker_end(const struct pool_work *work, struct pool_worker *w,
                     bool kill_it, int *how);

/* What comes before it is asked for, or its end: W is of no further use. */
bool pool_worker_is_spoilt(const struct pool_worker *w);

/* Orders the report of JOB. False when W has gone. */
MUST_CHECK bool pool_worker_give(const struct pool_work *work,
                                 struct pool_worker *w, size_t job);

/* For another answer. */
void pool_worker_begin_message(const struct pool_work *work,
                               struct pool_worker *w);

/* Takes what W has printed by now, and passes it on line by line, as long as
   that is not too much. */
void pool_worker_hear_said(const struct pool_work *work, struct pool_worker *w);

/* Milliseconds since some moment, never set back. */
int64_t pool_clock(void);

#endif
