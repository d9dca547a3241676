#include "preview/answer.h"

#include <inttypes.h>
#include <stdio.h>

void answer_headers(struct MHD_Response *response, const struct answer *a)
{
    static const char *const headers[][2] = {
        {"Cache-Control", "no-store"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
    };
    char tag[32];

    for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++)
        (void)MHD_add_response_header(response, headers[i][0], headers[i][1]);
    (void)MHD_add_response_header(response, "Content-Security-Policy",
                                  a->policy);
    (void)MHD_add_response_header(response, "Content-Type", a->type);
    if (a->version > 0) {
        (void)snprintf(tag, sizeof(tag), "\"%" PRIu64 "\"", a->version);
        (void)MHD_add_response_header(response, "ETag", tag);
    }
    if (a->varies)
        (void)MHD_add_response_header(response, "Vary", "Accept-Encoding");
    if (a->packed)
        (void)MHD_add_response_header(response, "Content-Encoding", "gzip");
    if (a->location != NULL)
        (void)MHD_add_response_header(response, "Location", a->location);
}

enum MHD_Result answer_send(struct MHD_Connection *connection,
                            const struct answer *a)
{
    /* The library copies the bytes, and takes them as ones that it may write.
     */
    struct MHD_Response *response = MHD_create_response_from_buffer(
        a->body.len, (void *)(uintptr_t)a->body.ptr, MHD_RESPMEM_MUST_COPY);
    enum MHD_Result result;

    if (response == NULL)
        return MHD_NO;
    answer_headers(response, a);
    result = MHD_queue_response(connection, a->status, response);
    MHD_destroy_response(response);
    return result;
}

enum MHD_Result answer_refuse(struct MHD_Connection *connection,
                              unsigned status, const char *why)
{
    const struct answer a = {
        .status = status,
        .type = "text/plain; charset=utf-8",
        .policy = PDF_POLICY,
        .body = str_of(why),
    };

    return answer_send(connection, &a);
}
