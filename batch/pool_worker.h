/*
 * pool_worker.h - one worker as its parent has it: a process, what it was
 * asked, what has come of its answer, and what its libraries print.
 *
 * Ownership: a worker that is there (pid != 0) ends by pool_worker_end() or
 * pool_worker_kill().
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
    int said; /* a pipe: what libraries print in it */
    bool busy;
    bool used;       /* it has answered before */
    size_t job;      /* the last that it was given */
    int64_t since;   /* milliseconds, of pool_clock() */
    struct buf in;   /* the message that is coming, so far */
    struct buf line; /* the line that it is printing, so far */
    size_t lines;    /* that it has printed */
    size_t number;   /* among the workers */
    bool odd; /* its last order had an odd number: report_files_stage() */
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

/* Waits until W has ended. Returns its end as waitpid() tells it; 0 where that
   cannot be known: W then ends when it finds nobody at the other end. */
int pool_worker_end(const struct pool_work *work, struct pool_worker *w);

/* The same, but ends W first, whatever it does. */
void pool_worker_kill(const struct pool_work *work, struct pool_worker *w);

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
