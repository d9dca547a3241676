#include "input/xml/xml_cursor.h"
#include "input/text/text_in.h"

#define LOOK_AHEAD 256 /* bytes; most places are nearer to each other */

/* One character on, which is none that was looked ahead to. */
static void step(struct cursor *c, struct str text)
{
    const size_t i = c->offset++;
    const unsigned char byte = (unsigned char)text.ptr[i];
    const bool crlf =
        byte == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n';

    if (byte == '\n' || (byte == '\r' && !crlf)) {
        c->line++;
        c->column = 1;
    } else if ((byte & 0xC0) != 0x80 && !crlf) {
        c->column++;
    }
}

/* How many bytes at the head of TEXT, SOURCE's, are a column each. */
static size_t plain_columns(const struct source *source, struct str text)
{
    if (!source->plain)
        return text_one_line(text);
    return str_find_char(str_to(text, str_find_char(text, '\n')), '\r');
}

struct place cursor_seek(struct cursor *c, const struct source *source,
                         size_t offset)
{
    const struct str text = source->text;

    if (offset < c->offset)
        *c = (struct cursor){0, 1, 1, 0};
    while (c->offset < offset) {
        const size_t end = offset < c->plain_end ? offset : c->plain_end;

        if (c->offset < end) {
            c->column += (uint32_t)(end - c->offset);
            c->offset = end;
            continue;
        }
        c->plain_end =
            c->offset + plain_columns(source, str_to(str_from(text, c->offset),
                                                     LOOK_AHEAD));
        if (c->plain_end == c->offset)
            step(c, text);
    }
    return (struct place){source, c->line, c->column};
}
