/*
 * answer.h - what the preview answers a request with, and the headers that
 * every answer has.
 *
 * Ownership: bodies are copied.
 */
#ifndef PREVIEW_ANSWER_H
#define PREVIEW_ANSWER_H

#include "core/base/str.h"

#include <microhttpd.h>
#include <stdbool.h>

/* What the browser may do with each: the preview's own page, a report, and
   anything else. */
#define SHELL_POLICY                                                           \
    "default-src 'none'; script-src 'self'; style-src 'self'; "                \
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; "                  \
    "form-action 'none'; frame-ancestors 'none'"
#define REPORT_POLICY                                                          \
    "sandbox allow-same-origin; default-src 'none'; img-src data:; "           \
    "style-src 'unsafe-inline'; frame-ancestors 'self'"
#define PDF_POLICY "default-src 'none'; frame-ancestors 'self'"

struct answer {
    unsigned status;
    const char *type;
    const char *policy;
    struct str body;
    uint64_t version;     /* of the body, as its ETag; 0: it has none */
    bool varies;          /* with what the browser takes: its Accept-Encoding */
    bool packed;          /* the body is, by gzip */
    const char *location; /* of another address; or NULL */
};

void answer_headers(struct MHD_Response *response, const struct answer *a);
enum MHD_Result answer_send(struct MHD_Connection *connection,
                            const struct answer *a);
enum MHD_Result answer_refuse(struct MHD_Connection *connection,
                              unsigned status, const char *why);

#endif
