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
    int fd;   /* orders come in, messages go out: a stream socket */
    int said; /* what libraries print goes there, and to no terminal */
};

/* To build a report. With it come the files that it is to fill, one for each
   format that is wanted, as writers[]. */
struct worker_order {
    uint64_t job;
    int32_t error; /* errno: there are no such files; 0: there are, or none is
                      wanted */
    uint32_t nfiles;
};

/* Ends the process: when there are no more orders, or nobody reads results.
   What its parent had open is closed, and the standard streams are others. */
_Noreturn void worker_run(const struct worker_task *task);

/* Nothing can be read from standard input any more, and what is printed goes to
   OUT. False where a stream would still lead elsewhere. */
MUST_CHECK bool worker_replace_streams(int out);

/* Sends all BYTES; false, without a signal, when nobody reads any more. */
MUST_CHECK bool worker_send(int fd, const void *bytes, size_t len);

/* The same of an order and its FILES, which stay the caller's to close. */
MUST_CHECK bool worker_send_order(int fd, const struct worker_order *order,
                                  const int *files);

#endif
