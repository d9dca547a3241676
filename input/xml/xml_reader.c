#include "input/xml/xml_reader.h"
#include "input/text/text_in.h"

size_t reader_offset(const struct reader *r)
{
    const xmlParserInput *in = r->parser->input;
    const size_t end = r->source->text.len;
    size_t at;

    if (in == NULL || in->cur == NULL)
        return end;
    at = (size_t)in->consumed + (size_t)(in->cur - in->base);
    return at < end ? at : end;
}

struct place reader_place(const struct reader *r, struct cursor *cursor,
                          size_t offset)
{
    const struct str text = r->source->text;
    struct cursor c = *cursor;

    if (offset < c.offset)
        c = (struct cursor){0, 1, 1};
    while (c.offset < offset) {
        const size_t i = c.offset;
        const size_t plain =
            text_one_line(str_to(str_from(text, i), offset - i));
        const unsigned char byte = (unsigned char)text.ptr[i];
        bool crlf;

        c.offset += plain == 0 ? 1 : plain;
        c.column += (uint32_t)plain;
        if (plain > 0)
            continue;
        crlf = byte == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n';
        if (byte == '\n' || (byte == '\r' && !crlf)) {
            c.line++;
            c.column = 1;
        } else if ((byte & 0xC0) != 0x80 && !crlf) {
            c.column++;
        }
    }
    *cursor = c;
    return (struct place){r->source, c.line, c.column};
}

void reader_stop(struct reader *r)
{
    r->stopped = true;
    r->parser->disableSAX = 1;
}
