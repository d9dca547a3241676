#include "preview/events.h"
#include "core/base/json_out.h"

static void begin_event(struct buf *out, const char *name,
                        struct json_out *json)
{
    buf_printf(out, "event: %s\ndata: ", name);
    json_out_init(json, out, false);
    json_out_object(json);
}

static void end_event(struct buf *out, struct json_out *json)
{
    json_out_end(json);
    buf_puts(out, "\n\n");
}

void events_report(const struct reports *r, size_t n, struct buf *out)
{
    const struct shown_report *s = &r->items[n];
    struct json_out json;

    begin_event(out, "report", &json);
    json_out_member_count(&json, "n", n);
    json_out_member_cstr(&json, "name", s->job->name);
    json_out_member_cstr(&json, "folder", s->job->folder);
    json_out_member_cstr(&json, "state", report_state_name(s->state));
    json_out_member_count(&json, "faults", s->errors);
    json_out_member_count(&json, "warnings", s->warnings);
    json_out_member_cstr(&json, "good", s->good);
    json_out_member_cstr(&json, "saved", s->saved);
    json_out_member_count(&json, "v", s->version);
    json_out_member_count(&json, "pages", s->pages);
    end_event(out, &json);
}

/* What differs from the version before, for those that have that. */
static void put_block(struct json_out *json, const struct shown_report *s)
{
    if (!s->block.known)
        return;
    json_out_member_count(json, "of", s->block_of);
    json_out_member_count(json, "e", s->block.element);
    json_out_member_count(json, "elements", s->block.elements);
    json_out_member_string(
        json, "html", (struct str){s->html.ptr + s->block.at, s->block.len});
}

static void put_page(const struct shown_report *s, size_t n, bool more,
                     struct buf *out)
{
    struct json_out json;

    if (s->html.len == 0)
        return;
    begin_event(out, "page", &json);
    json_out_member_count(&json, "n", n);
    json_out_member_count(&json, "v", s->version);
    if (more)
        json_out_member_bool(&json, "more", true);
    put_block(&json, s);
    end_event(out, &json);
}

static void put_pdf(const struct shown_report *s, size_t n, struct buf *out)
{
    struct json_out json;

    if (s->pdf.len == 0)
        return;
    begin_event(out, "pdf", &json);
    json_out_member_count(&json, "n", n);
    json_out_member_count(&json, "v", s->pdf_version);
    end_event(out, &json);
}

void events_news(const struct reports *r, size_t n, unsigned news,
                 struct buf *out)
{
    const struct shown_report *s = &r->items[n];

    if ((news & NEWS_STATE) != 0)
        events_report(r, n, out);
    if ((news & NEWS_PAGE) != 0)
        put_page(s, n, (news & NEWS_MORE) != 0, out);
    if ((news & NEWS_PDF) != 0)
        put_pdf(s, n, out);
}

static void put_report(const char *name, size_t of, size_t n, struct buf *out)
{
    struct json_out json;

    begin_event(out, name, &json);
    json_out_member_count(&json, "of", of);
    json_out_member_count(&json, "n", n);
    end_event(out, &json);
}

void events_view(size_t of, size_t n, struct buf *out)
{
    put_report("view", of, n, out);
}

void events_again(size_t of, size_t n, struct buf *out)
{
    put_report("again", of, n, out);
}

void events_end(struct buf *out)
{
    buf_puts(out, "event: end\ndata: {}\n\n");
}

static bool is_first(const size_t *shown, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (shown[k] == shown[i])
            return false;
    }
    return true;
}

void events_all(const struct reports *r, const size_t *shown, size_t count,
                struct buf *out)
{
    buf_puts(out, "retry: 1000\n\n");
    for (size_t i = 0; i < count; i++)
        events_view(i, shown[i], out);
    for (size_t i = 0; i < r->njobs; i++)
        events_report(r, i, out);
    for (size_t i = 0; i < count; i++) {
        if (!is_first(shown, i))
            continue;
        if (shown[i] >= r->njobs)
            events_report(r, shown[i], out);
        events_news(r, shown[i], NEWS_PAGE | NEWS_PDF, out);
    }
}
