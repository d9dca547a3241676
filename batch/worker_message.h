/*
 * worker_message.h - an outcome as it travels from a worker to its parent: a
 * head with all numbers and lengths, then the texts.
 *
 * Both ends are one program, so numbers are as they lie in memory. The parent
 * believes nothing: a worker may have been made to send anything. What it gets
 * here is bounded and safe to show: a text has no more bytes than
 * outcome_text_limit(); its lines are UTF-8 without control characters, a
 * message's behind a priority of messages.h; a record is JSON about its report,
 * as record.h would write it.
 */
#ifndef BATCH_WORKER_MESSAGE_H
#define BATCH_WORKER_MESSAGE_H

#include "batch/outcome.h"

/* The worker's side: the message about report number JOB is added to OUT.
   MISSING says what the worker could not give up (confine.h). */
MUST_CHECK enum status worker_message_encode(size_t job, unsigned missing,
                                             const struct outcome *outcome,
                                             struct buf *out);

/* The bytes of a message at most. */
size_t worker_message_limit(const struct batch_settings *settings);

enum worker_message_state {
    MESSAGE_PARTIAL, /* more has to come */
    MESSAGE_WHOLE,
    MESSAGE_BAD, /* no message, or none about that report */
    MESSAGE_NO_MEMORY,
};

/* What was asked of the worker. */
struct worker_message_about {
    const struct batch_settings *settings;
    const struct job *job;
    size_t number; /* of the job */
};

/*
 * BYTES is all that has come so far. For MESSAGE_WHOLE *outcome owns copies of
 * the texts, and the record as it was read, and *missing is what the worker
 * said; otherwise neither is touched.
 */
MUST_CHECK enum worker_message_state
worker_message_decode(struct str bytes,
                      const struct worker_message_about *about,
                      unsigned *missing, struct outcome *outcome);

#endif
