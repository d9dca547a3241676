#include "core/base/json.h"
#include "core/base/utf8.h"

#include <assert.h>

void json_init(struct json *j, struct buf *out, bool pretty)
{
    *j = (struct json){.out = out, .pretty = pretty};
}

static void new_line(struct json *j)
{
    if (!j->pretty)
        return;
    buf_char(j->out, '\n');
    for (unsigned i = 0; i < j->depth; i++)
        buf_puts(j->out, "  ");
}

/* What stands before a value or a name. */
static void begin(struct json *j)
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

static void open_level(struct json *j, char open, char close)
{
    assert(j->depth < JSON_DEPTH);
    begin(j);
    buf_char(j->out, open);
    j->close[j->depth] = close;
    j->filled[j->depth] = false;
    j->depth++;
}

void json_object(struct json *j)
{
    open_level(j, '{', '}');
}

void json_array(struct json *j)
{
    open_level(j, '[', ']');
}

void json_end(struct json *j)
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

static void quoted(struct buf *out, struct str s)
{
    buf_char(out, '"');
    while (s.len > 0) {
        const uint32_t c = utf8_next(&s);

        escaped(out, c == UTF8_BAD ? 0xFFFD : c);
    }
    buf_char(out, '"');
}

void json_name(struct json *j, const char *name)
{
    assert(j->depth > 0 && j->close[j->depth - 1] == '}' && !j->named);
    begin(j);
    quoted(j->out, str_of(name));
    buf_puts(j->out, j->pretty ? ": " : ":");
    j->named = true;
}

void json_string(struct json *j, struct str s)
{
    begin(j);
    quoted(j->out, s);
}

void json_cstr(struct json *j, const char *s)
{
    if (s != NULL) {
        json_string(j, str_of(s));
        return;
    }
    begin(j);
    buf_puts(j->out, "null");
}

void json_int(struct json *j, int64_t n)
{
    begin(j);
    buf_int(j->out, n);
}

void json_bool(struct json *j, bool b)
{
    begin(j);
    buf_puts(j->out, b ? "true" : "false");
}

void json_raw(struct json *j, struct str json)
{
    begin(j);
    buf_str(j->out, json);
}
