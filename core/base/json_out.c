#include "core/base/json_out.h"
#include "core/base/utf8.h"

#include <assert.h>

void json_out_init(struct json_out *j, struct buf *out, bool pretty)
{
    *j = (struct json_out){.out = out, .pretty = pretty};
}

static void new_line(struct json_out *j)
{
    if (!j->pretty)
        return;
    buf_char(j->out, '\n');
    for (unsigned i = 0; i < j->depth; i++)
        buf_puts(j->out, "  ");
}

/* What stands before a value or a name. */
static void begin(struct json_out *j)
{
    if (j->named) {
        j->named = false;
        return;
    }
    if (j->depth == 0)
        return;
    if (j->filled[j->depth - 1])
        buf_char(j->out, ',');
    j->filled[j->depth - 1] = true;
    new_line(j);
}

static void open_level(struct json_out *j, char open, char close)
{
    assert(j->depth < JSON_DEPTH);
    begin(j);
    buf_char(j->out, open);
    j->close[j->depth] = close;
    j->filled[j->depth] = false;
    j->depth++;
}

void json_out_object(struct json_out *j)
{
    open_level(j, '{', '}');
}

void json_out_array(struct json_out *j)
{
    open_level(j, '[', ']');
}

void json_out_end(struct json_out *j)
{
    assert(j->depth > 0 && !j->named);
    j->depth--;
    if (j->filled[j->depth])
        new_line(j);
    buf_char(j->out, j->close[j->depth]);
    if (j->depth == 0 && j->pretty)
        buf_char(j->out, '\n');
}

/* Line separators and C1 controls are legal in JSON, but not safe to show. */
static void escaped(struct buf *out, uint32_t c)
{
    if (c == '"' || c == '\\') {
        buf_char(out, '\\');
        buf_char(out, (char)c);
    } else if (c == '\n') {
        buf_puts(out, "\\n");
    } else if (c == '\t') {
        buf_puts(out, "\\t");
    } else if (c == '\r') {
        buf_puts(out, "\\r");
    } else if (utf8_hidden(c) && c <= 0xFFFF) {
        buf_printf(out, "\\u%04x", (unsigned)c);
    } else if (utf8_hidden(c)) {
        buf_printf(out, "\\u%04x\\u%04x",
                   (unsigned)(0xD800 + ((c - 0x10000) >> 10)),
                   (unsigned)(0xDC00 + ((c - 0x10000) & 0x3FF)));
    } else {
        utf8_put(out, c);
    }
}

/* How many bytes at the head of S stand in JSON as they are. */
static size_t plain_length(struct str s)
{
    size_t n = 0;

    while (n < s.len && s.ptr[n] >= ' ' && s.ptr[n] < 0x7F && s.ptr[n] != '"' &&
           s.ptr[n] != '\\')
        n++;
    return n;
}

static void quoted(struct buf *out, struct str s)
{
    buf_char(out, '"');
    while (s.len > 0) {
        const size_t plain = plain_length(s);

        buf_str(out, str_to(s, plain));
        s = str_from(s, plain);
        if (s.len > 0) {
            const uint32_t c = utf8_next(&s);

            escaped(out, c == UTF8_BAD ? 0xFFFD : c);
        }
    }
    buf_char(out, '"');
}

void json_out_name(struct json_out *j, const char *name)
{
    assert(j->depth > 0 && j->close[j->depth - 1] == '}' && !j->named);
    begin(j);
    quoted(j->out, str_of(name));
    buf_puts(j->out, j->pretty ? ": " : ":");
    j->named = true;
}

void json_out_string(struct json_out *j, struct str s)
{
    begin(j);
    quoted(j->out, s);
}

void json_out_cstr(struct json_out *j, const char *s)
{
    if (s != NULL) {
        json_out_string(j, str_of(s));
        return;
    }
    begin(j);
    buf_puts(j->out, "null");
}

void json_out_int(struct json_out *j, int64_t n)
{
    begin(j);
    buf_int(j->out, n);
}

void json_out_bool(struct json_out *j, bool b)
{
    begin(j);
    buf_puts(j->out, b ? "true" : "false");
}

void json_out_raw(struct json_out *j, struct str json)
{
    begin(j);
    buf_str(j->out, json);
}

void json_out_member_string(struct json_out *j, const char *name, struct str s)
{
    json_out_name(j, name);
    json_out_string(j, s);
}

void json_out_member_cstr(struct json_out *j, const char *name, const char *s)
{
    json_out_name(j, name);
    json_out_cstr(j, s);
}

void json_out_member_int(struct json_out *j, const char *name, int64_t n)
{
    json_out_name(j, name);
    json_out_int(j, n);
}

void json_out_member_count(struct json_out *j, const char *name, uint64_t n)
{
    json_out_name(j, name);
    json_out_int(j, n > INT64_MAX ? INT64_MAX : (int64_t)n);
}

void json_out_member_bool(struct json_out *j, const char *name, bool b)
{
    json_out_name(j, name);
    json_out_bool(j, b);
}

void json_out_member_raw(struct json_out *j, const char *name, struct str json)
{
    json_out_name(j, name);
    json_out_raw(j, json);
}
