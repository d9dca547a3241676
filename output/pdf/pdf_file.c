#include "output/pdf/pdf_file.h"
#include "output/pdf/pdf_syntax.h"

void pdf_file_begin(struct buf *out)
{
    buf_puts(out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
}

static void write_object(struct pdf_haru *h, struct pdf_objects *o,
                         uint32_t number, struct pdf_haru_object *object)
{
    if (pdf_haru_is_stream(object)) {
        pdf_object_direct(o, number);
        pdf_haru_print(h, object, o->out);
        buf_puts(o->out, "\nendobj\n");
    } else {
        pdf_haru_print(h, object, pdf_object_open(o, number, PACK_ANY));
        pdf_object_close(o);
    }
}

/*
 * The stream of a page is ours and carries its own length; the number object
 * that libharu keeps for it has no use. Its entry stays free.
 */
static bool is_idle_length(const struct pdf_objects *o,
                           const struct pdf_haru *h, uint32_t number)
{
    const struct pdf_haru_object *before = pdf_haru_at(h, number - 1);

    return pdf_haru_is_stream(before) && pdf_object_written(o, number - 1) &&
           pdf_haru_is_length(pdf_haru_at(h, number), before);
}

static void write_objects(struct pdf_haru *h, struct pdf_objects *o)
{
    const uint32_t n = pdf_haru_count(h);

    for (uint32_t i = 1; i < n; i++) {
        if (!pdf_object_written(o, i) && !is_idle_length(o, h, i))
            write_object(h, o, i, pdf_haru_at(h, i));
    }
}

static void put_id(struct buf *b, const uint8_t id[PDF_ID_SIZE])
{
    buf_char(b, '<');
    for (size_t i = 0; i < PDF_ID_SIZE; i += 2)
        pdf_write_hex4(b, (uint32_t)id[i] << 8 | id[i + 1]);
    buf_char(b, '>');
}

enum status pdf_file_end(struct pdf_haru *h, struct pdf_objects *o,
                         const uint8_t id[PDF_ID_SIZE])
{
    struct buf trailer;
    enum status st;

    write_objects(h, o);
    pdf_objects_flush(o);
    st = status_worst(pdf_haru_status(h), pdf_objects_status(o));
    if (st != ST_OK)
        return st;
    buf_init(&trailer, 256);
    buf_puts(&trailer, "/Root ");
    pdf_write_ref(&trailer, pdf_haru_number(pdf_haru_catalog(h)));
    buf_puts(&trailer, "/Info ");
    pdf_write_ref(&trailer, pdf_haru_number(pdf_haru_info(h)));
    buf_puts(&trailer, "/ID[");
    put_id(&trailer, id);
    put_id(&trailer, id);
    buf_puts(&trailer, "]");
    st = buf_status(&trailer);
    if (st == ST_OK) {
        pdf_objects_finish(o, buf_view(&trailer));
        st = pdf_objects_status(o);
    }
    buf_free(&trailer);
    return st;
}
