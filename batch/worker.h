/*
 * worker.h - a process that builds one report after another as its parent
 * orders them.
 */
#ifndef BATCH_WORKER_H
#define BATCH_WORKER_H

#include "batch/confine.h"
#include "batch/report_builder.h"

#include <sys/types.h>

struct worker_task {
    struct report_builder *builder;
    const struct jobs *jobs;
    const struct confinement *confinement;
    size_t limit; /* bytes of a message */
    pid_t parent;
    int fd; /* orders come in, messages go out: a stream socket */
};

/* An order is the number of a report. */
typedef uint64_t worker_order;

/* Ends the process: when there are no more orders, or nobody reads results. */
_Noreturn void worker_run(const struct worker_task *task);

/* Whole or not at all, and no signal when nobody reads. */
MUST_CHECK bool worker_send(int fd, const void *bytes, size_t len);

#endif
