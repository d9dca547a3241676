#include "output/pdf/pdf_file.h"
#include "output/pdf/pdf_syntax.h"

void pdf_file_begin(struct buf *out)
{
    buf_puts(out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
}

static HPDF_STATUS to_buf(HPDF_Stream stream, const HPDF_BYTE *bytes,
                          HPDF_UINT size)
{
    buf_add(stream->attr, bytes, size);
    return HPDF_OK; /* the buffer keeps its failure */
}

static bool is_stream(const void *object)
{
    const HPDF_Obj_Header *header = object;

    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
           ((const HPDF_Dict_Rec *)object)->stream != NULL;
}

/* libharu prints OBJECT into OUT. */
static void print_object(struct pdf_haru *h, void *object, struct buf *out)
{
    HPDF_Stream stream = HPDF_CallbackWriter_New(h->doc->mmgr, to_buf, out);

    if (stream == NULL)
        return; /* counted: pdf_haru_status() */
    HPDF_Obj_WriteValue(object, stream, NULL);
    HPDF_Stream_Free(stream);
}

static void write_object(struct pdf_haru *h, struct pdf_objects *o,
                         uint32_t number, void *object)
{
    if (is_stream(object)) {
        pdf_object_direct(o, number);
        print_object(h, object, o->out);
        buf_puts(o->out, "\nendobj\n");
    } else {
        print_object(h, object, pdf_object_open(o, number, PACK_ANY));
        pdf_object_close(o);
    }
}

/*
 * The stream of a page is ours and carries its own length; the number object
 * that libharu keeps for it has no use. Its entry stays free.
 */
static bool is_idle_length(const struct pdf_objects *o, const HPDF_Xref xref,
                           uint32_t number)
{
    const HPDF_XrefEntry before = HPDF_Xref_GetEntry(xref, number - 1);
    const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, number);

    return before->obj != NULL && is_stream(before->obj) &&
           pdf_object_written(o, number - 1) &&
           HPDF_Dict_GetItem(before->obj, "Length", HPDF_OCLASS_NUMBER) ==
               entry->obj;
}

static void write_objects(struct pdf_haru *h, struct pdf_objects *o)
{
    const HPDF_Xref xref = h->doc->xref;
    const uint32_t n = xref->entries->count;

    for (uint32_t i = 1; i < n; i++) {
        const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);

        if (!pdf_object_written(o, i) && !is_idle_length(o, xref, i))
            write_object(h, o, i, entry->obj);
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
    pdf_write_ref(&trailer, pdf_haru_number(h->doc->catalog));
    buf_puts(&trailer, "/Info ");
    pdf_write_ref(&trailer, pdf_haru_number(h->doc->info));
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
