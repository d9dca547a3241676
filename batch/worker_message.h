/*
 * worker_message.h - an outcome as it travels from a worker to its parent: a
 * head with all numbers and lengths, then the texts.
 *
 * Both ends are one program, so numbers are as they lie in memory. The parent
 * believes nothing: a worker may have been made to send anything.
 */
#ifndef BATCH_WORKER_MESSAGE_H
#define BATCH_WORKER_MESSAGE_H

#include "batch/outcome.h"

/* The worker's side: the message about report number JOB is added to OUT.
   MISSING says what the worker could not give up (confine.h). */
MUST_CHECK enum status worker_message_encode(size_t job, unsigned missing,
                                             const struct outcome *outcome,
                                             struct buf *out);

enum worker_message_state {
    MESSAGE_PARTIAL, /* more has to come */
    MESSAGE_WHOLE,
    MESSAGE_BAD, /* no message, not that of the report, or larger than the limit
                  */
    MESSAGE_NO_MEMORY,
};

/*
 * BYTES is all that has come so far. For MESSAGE_WHOLE *outcome owns copies of
 * the texts and *missing is what the worker said; otherwise neither is touched.
 */
MUST_CHECK enum worker_message_state
worker_message_decode(struct str bytes, size_t job, size_t limit,
                      unsigned *missing, struct outcome *outcome);

#endif
