#include "core/base/xml_text.h"

static void put_byte(struct buf *out, char c)
{
    switch (c) {
    case '&': buf_puts(out, "&amp;"); break;
    case '<': buf_puts(out, "&lt;"); break;
    case '"': buf_puts(out, "&quot;"); break;
    default: buf_char(out, c); break;
    }
}

void xml_text_put(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        put_byte(out, text.ptr[i]);
}

void xml_text_put_line(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        put_byte(out, (unsigned char)text.ptr[i] < ' ' ? ' ' : text.ptr[i]);
}
