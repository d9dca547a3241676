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

/* The worker's side: the frame of report number JOB is added to OUT. LACKS
   says what the worker could not give up (confine.h). */
MUST_CHECK enum status frame_encode(size_t job, unsigned missing,
                                    const struct outcome *outcome,
                                    struct buf *out);

enum frame_state {
    FRAME_PARTIAL, /* more has to come */
    FRAME_WHOLE,
    FRAME_BAD, /* no frame, not that of the report, or larger than the limit */
    FRAME_NO_MEMORY,
};

/*
 * BYTES is all that has come so far. For FRAME_WHOLE *outcome owns copies of
 * the texts and *lacks is what the worker said; otherwise neither is touched.
 */
MUST_CHECK enum frame_state frame_decode(struct str bytes, size_t job,
                                         size_t limit, unsigned *missing,
                                         struct outcome *outcome);

#endif
