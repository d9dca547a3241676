#include "input/xml/xml_reader.h"

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

    if (offset < cursor->offset)
        *cursor = (struct cursor){0, 1, 1};
    for (; cursor->offset < offset; cursor->offset++) {
        const size_t i = cursor->offset;
        const unsigned char c = (unsigned char)text.ptr[i];
        const bool crlf =
            c == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n';

        if (c == '\n' || (c == '\r' && !crlf)) {
            cursor->line++;
            cursor->column = 1;
        } else if ((c & 0xC0) != 0x80 && !crlf) {
            cursor->column++;
        }
    }
    return (struct place){r->source, cursor->line, cursor->column};
}

void reader_stop(struct reader *r)
{
    r->stopped = true;
    r->parser->disableSAX = 1;
}
