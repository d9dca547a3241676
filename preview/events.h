/*
 * events.h - what the page is told, as server-sent events (WHATWG HTML, 9.2).
 *
 *   report    {"n":3,"name":"leisure","state":"faults","faults":2,
 *              "warnings":0,"good":"14:02:31","saved":"14:05:10","v":40,
 *              "pages":7}
 *   page      {"n":3,"v":40}: its page is there; "more":true where it
 *             differs from the one before in the size of its PDF alone
 *   pdf       {"n":3,"v":41}: its PDF is there, some time after its page
 *   view      {"of":0,"n":19}: under which number the report that was named
 *             first is shown from now on
 *   again     {"of":0,"n":2}: other reports are there, and the one that was
 *             named first has number 2 now; listen anew
 *   end       {}
 *
 * Failure: sticks in the buffer.
 */
#ifndef PREVIEW_EVENTS_H
#define PREVIEW_EVENTS_H

#include "preview/reports.h"

void events_report(const struct reports *r, size_t n, struct buf *out);
/* NEWS of N, as enum news has them. */
void events_news(const struct reports *r, size_t n, unsigned news,
                 struct buf *out);
void events_view(size_t of, size_t n, struct buf *out);
void events_again(size_t of, size_t n, struct buf *out);
void events_end(struct buf *out);
/* The whole state for pages that begin to listen, and look at SHOWN, COUNT of
   them, some the same. */
void events_all(const struct reports *r, const size_t *shown, size_t count,
                struct buf *out);

#endif
