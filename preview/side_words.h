/*
 * side_words.h - what the preview says of a report's state.
 *
 * Failure: sticks in the buffers.
 */
#ifndef PREVIEW_SIDE_WORDS_H
#define PREVIEW_SIDE_WORDS_H

#include "preview/reports.h"

/* "2 faults", and what follows from it for who looks at the page. */
void side_words(const struct shown_report *s, struct buf *state,
                struct buf *words);

/* "2 faults", "1 fault" */
void side_count(struct buf *out, uint64_t n, const char *one);

/* Whether what is shown is not what was saved last. */
bool side_is_old(const struct shown_report *s);

#endif
