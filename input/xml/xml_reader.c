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

void reader_stop(struct reader *r)
{
    r->stopped = true;
    r->parser->disableSAX = 1;
}
