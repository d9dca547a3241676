#include "output/html/html.h"
#include "output/html/html_places.h"
#include "output/writer/writer.h"

static enum status write_pdf(const struct writer_in *in, struct buf *out)
{
    return pdf_write(in->doc, in->layout, in->pdf_cache, in->hearer, out);
}

static enum status write_html(const struct writer_in *in, struct buf *out)
{
    struct buf list;

    buf_init(&list, in->places == NULL ? 0 : in->places->limit);
    html_write(in->doc, in->shaper, out, in->places == NULL ? NULL : &list,
               in->paper);
    if (in->places != NULL)
        html_places_json(&list, in->places);
    buf_free(&list);
    return buf_status(out);
}

const struct writer writers[] = {
    {"pdf", "pdf", "application/pdf", true, write_pdf},
    {"html", "html", "text/html", false, write_html},
};

const size_t writer_count = sizeof(writers) / sizeof(writers[0]);

_Static_assert(sizeof(writers) / sizeof(writers[0]) <= WRITERS_MAX,
               "WRITERS_MAX is the room for their files");
