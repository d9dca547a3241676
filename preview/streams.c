#include "preview/streams.h"
#include "preview/answer.h"
#include "preview/events.h"

#include <string.h>

#define TOLD_MAX ((size_t)64 * 1024 * 1024) /* bytes that wait for a reader */
#define READ_MAX ((size_t)16 * 1024)        /* bytes that are sent at once */

static ssize_t read_stream(void *context, uint64_t at, char *out, size_t max)
{
    struct stream *s = context;
    size_t n = s->out.len - s->sent;

    (void)at;
    if (n == 0 && s->ending)
        return MHD_CONTENT_READER_END_OF_STREAM;
    if (n == 0) {
        s->sleeping = true;
        MHD_suspend_connection(s->connection);
        return 0;
    }
    n = n < max ? n : max;
    memcpy(out, s->out.ptr + s->sent, n);
    s->sent += n;
    if (s->sent == s->out.len) {
        buf_clear(&s->out);
        s->sent = 0;
    }
    return (ssize_t)n;
}

static void free_stream(void *context)
{
    struct stream *s = context;

    buf_free(&s->out);
    for (size_t i = 0; i < s->npages; i++) {
        if (s->pages[i].report != SIZE_MAX)
            reports_leave(s->reports, s->pages[i].report);
    }
    s->used = false;
}

static void wake(struct stream *s)
{
    if (!s->sleeping)
        return;
    s->sleeping = false;
    MHD_resume_connection(s->connection);
}

/* A reader that takes nothing is let go. */
static void check_stream(struct stream *s)
{
    if (buf_status(&s->out) != ST_OK)
        s->ending = true;
    wake(s);
}

enum MHD_Result streams_open(struct streams *streams,
                             struct MHD_Connection *connection,
                             const size_t *wanted, size_t count)
{
    const struct answer a = {.type = "text/event-stream", .policy = PDF_POLICY};
    struct stream *s = streams->items;
    struct MHD_Response *response;
    enum MHD_Result result;

    while (s < streams->items + STREAMS_MAX && s->used)
        s++;
    if (s == streams->items + STREAMS_MAX || count > SHOWN_MAX)
        return answer_refuse(connection, MHD_HTTP_SERVICE_UNAVAILABLE,
                             "too many pages of this preview are open\n");
    *s = (struct stream){.used = true,
                         .npages = count,
                         .reports = streams->reports,
                         .connection = connection};
    buf_init(&s->out, TOLD_MAX);
    for (size_t i = 0; i < count; i++) {
        s->pages[i].report = wanted[i];
        reports_join(streams->reports, wanted[i]);
    }
    events_all(streams->reports, wanted, count, &s->out);
    response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, READ_MAX,
                                                 read_stream, s, free_stream);
    if (response == NULL) {
        free_stream(s);
        return MHD_NO;
    }
    answer_headers(response, &a);
    result = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return result;
}

void streams_end(struct streams *s)
{
    for (size_t i = 0; i < STREAMS_MAX; i++) {
        if (s->items[i].used) {
            s->items[i].ending = true;
            wake(&s->items[i]);
        }
    }
}

bool streams_are_read(const struct streams *s)
{
    for (size_t i = 0; i < STREAMS_MAX; i++) {
        if (s->items[i].used)
            return true;
    }
    return false;
}

static bool is_shown(const struct stream *s, size_t n)
{
    for (size_t i = 0; i < s->npages; i++) {
        if (s->pages[i].report == n)
            return true;
    }
    return false;
}

void streams_tell(struct streams *s, size_t n, unsigned news)
{
    for (size_t i = 0; i < STREAMS_MAX; i++) {
        struct stream *to = &s->items[i];
        const bool shown = to->used && is_shown(to, n);

        if (!to->used || (n >= s->reports->njobs && !shown))
            continue;
        events_news(s->reports, n, shown ? news : news & NEWS_STATE, &to->out);
        check_stream(to);
    }
}

static void renumber(const struct reports *reports, struct shown_page *page,
                     const struct jobs *jobs)
{
    const char *folder;

    if (page->report == SIZE_MAX)
        return;
    folder = reports->items[page->report].job->folder;
    page->report = SIZE_MAX;
    for (size_t k = jobs->count; k > 0; k--) {
        if (strcmp(jobs->items[k - 1].folder, folder) == 0)
            page->next = k - 1;
    }
}

void streams_renumber(struct streams *s, const struct jobs *jobs)
{
    for (size_t i = 0; i < STREAMS_MAX; i++) {
        struct stream *to = &s->items[i];

        for (size_t p = 0; to->used && p < to->npages; p++)
            renumber(s->reports, &to->pages[p], jobs);
    }
}

void streams_tell_again(struct streams *s)
{
    for (size_t i = 0; i < STREAMS_MAX; i++) {
        struct stream *to = &s->items[i];

        if (!to->used)
            continue;
        for (size_t p = 0; p < to->npages; p++)
            events_again(p, to->pages[p].next, &to->out);
        to->ending = true;
        check_stream(to);
    }
}

void streams_tell_end(struct streams *s)
{
    for (size_t i = 0; i < STREAMS_MAX; i++) {
        if (!s->items[i].used)
            continue;
        events_end(&s->items[i].out);
        s->items[i].ending = true;
        check_stream(&s->items[i]);
    }
}

void streams_beat(struct streams *s)
{
    for (size_t i = 0; i < STREAMS_MAX; i++) {
        if (!s->items[i].used)
            continue;
        buf_puts(&s->items[i].out, ":\n\n");
        check_stream(&s->items[i]);
    }
}
