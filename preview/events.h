/*
 * events.h - what the page is told, as server-sent events (WHATWG HTML, 9.2).
 *
 *   report    {"n":3,"name":"leisure","state":"faults","faults":2,
 *              "warnings":0,"good":"14:02:31","saved":"14:05:10","v":40,
 *              "pages":7}
 *   findings  {"n":3,"list":[...]}, each as finding_json() writes it
 *   files     {"n":3,"v":40}: its page and its PDF are there
 *   again     {}: other reports are shown; listen anew
 *   end       {}
 *
 * Failure: sticks in the buffer.
 */
#ifndef PREVIEW_EVENTS_H
#define PREVIEW_EVENTS_H

#include "preview/reports.h"

void events_report(const struct reports *r, size_t n, struct buf *out);
void events_findings(const struct reports *r, size_t n, struct buf *out);
void events_files(const struct reports *r, size_t n, struct buf *out);
void events_again(struct buf *out);
void events_end(struct buf *out);
/* The whole state for a page that begins to listen, and looks at N. */
void events_all(const struct reports *r, size_t n, struct buf *out);

#endif
