#include "output/pdf/pdf_attach.h"
#include "core/base/digest.h"
#include "core/base/mem.h"
#include "output/pdf/pdf_meta.h"
#include "output/pdf/pdf_syntax.h"

#include <stdlib.h>
#include <string.h>

static void refer(struct pdf_attachments *a, struct pdf_haru *h)
{
    struct pdf_haru_object *catalog = pdf_haru_catalog(h);
    struct pdf_haru_object *files = pdf_haru_array(h, catalog, "AF");
    struct pdf_haru_object *names = pdf_haru_dict(h, catalog, "Names");

    a->names = pdf_haru_reserve(h);
    pdf_haru_refer(names, "EmbeddedFiles", a->names);
    for (size_t i = 0; i < a->count; i++) {
        a->specs[i] = pdf_haru_reserve(h);
        pdf_haru_append(files, a->specs[i]);
    }
}

enum status pdf_attachments_make(struct pdf_attachments *a, const struct doc *d,
                                 struct pdf_haru *h)
{
    *a = (struct pdf_attachments){.files = d->attachments};
    for (const struct doc_attachment *f = d->attachments; f != NULL;
         f = f->next)
        a->count++;
    if (a->count == 0)
        return ST_OK;
    a->specs = mem_zalloc(a->count, sizeof(*a->specs));
    if (a->specs == NULL)
        return ST_NOMEM;
    refer(a, h);
    return ST_OK;
}

void pdf_attachments_free(struct pdf_attachments *a)
{
    mem_free(a->specs);
    a->specs = NULL;
}

static void put_checksum(struct buf *b, struct str bytes)
{
    uint8_t sum[DIGEST_MD5_SIZE];

    digest_md5(bytes, sum);
    buf_puts(b, "/CheckSum<");
    for (size_t i = 0; i < sizeof(sum); i += 2)
        pdf_write_hex4(b, (uint32_t)sum[i] << 8 | sum[i + 1]);
    buf_char(b, '>');
}

/* The file itself; returns its object number. */
static uint32_t write_file(const struct doc_attachment *file,
                           struct pdf_objects *o)
{
    const uint32_t number = pdf_object_number(o);
    struct buf entries;

    buf_init(&entries, PDF_STRING_MAX);
    buf_puts(&entries, "/Type/EmbeddedFile/Subtype");
    pdf_write_name(&entries, str_of(file->media_type));
    buf_puts(&entries, "/Params<</Size ");
    buf_int(&entries, (int64_t)file->bytes.len);
    put_checksum(&entries, file->bytes);
    if (file->date.year > 0) {
        buf_puts(&entries, "/ModDate");
        pdf_write_date(&entries, file->date);
    }
    buf_puts(&entries, ">>");
    pdf_objects_fail(o, buf_status(&entries));
    pdf_stream(o, number, buf_view(&entries), file->bytes, STREAM_DEFLATE);
    buf_free(&entries);
    return number;
}

static void write_spec(const struct doc_attachment *file, uint32_t spec,
                       struct pdf_objects *o)
{
    const uint32_t embedded = write_file(file, o);
    struct buf *b = pdf_object_open(o, spec, PACK_ANY);

    buf_puts(b, "<</Type/Filespec/F");
    pdf_write_text(b, file->name);
    buf_puts(b, "/UF");
    pdf_write_text(b, file->name);
    if (file->description.len > 0) {
        buf_puts(b, "/Desc");
        pdf_write_text(b, file->description);
    }
    buf_puts(b, "/AFRelationship");
    pdf_write_name(b, str_of(file->relationship));
    buf_puts(b, "/EF<</F ");
    pdf_write_ref(b, embedded);
    buf_puts(b, "/UF ");
    pdf_write_ref(b, embedded);
    buf_puts(b, ">>>>");
    pdf_object_close(o);
}

struct attached_entry {
    struct str name;
    uint32_t spec;
};

/* A name tree is sorted by the bytes of its keys (7.9.6): UTF-16, which begins
   with FE FF, after ASCII. In UTF-8 they sort as in UTF-16 but for characters
   beyond U+FFFF, which no reader minds. */
static int compare_entries(const void *a, const void *b)
{
    const struct attached_entry *left = a;
    const struct attached_entry *right = b;
    const bool plain = pdf_is_plain(left->name);
    const int order = str_cmp(left->name, right->name);

    if (plain != pdf_is_plain(right->name))
        return plain ? -1 : 1;
    if (order != 0)
        return order;
    return left->spec < right->spec ? -1 : left->spec > right->spec;
}

static void write_names(const struct pdf_attachments *a,
                        const struct attached_entry *entries,
                        struct pdf_objects *o)
{
    struct buf *b = pdf_object_open(o, pdf_haru_number(a->names), PACK_ANY);

    buf_puts(b, "<</Names[");
    for (size_t i = 0; i < a->count; i++) {
        pdf_write_text(b, entries[i].name);
        pdf_write_ref(b, entries[i].spec);
    }
    buf_puts(b, "]>>");
    pdf_object_close(o);
}

void pdf_attachments_write(const struct pdf_attachments *a,
                           struct pdf_objects *o)
{
    const struct doc_attachment *file = a->files;
    struct attached_entry *entries;

    if (a->count == 0)
        return;
    entries = mem_zalloc(a->count, sizeof(*entries));
    if (entries == NULL) {
        pdf_objects_fail(o, ST_NOMEM);
        return;
    }
    for (size_t i = 0; i < a->count; i++, file = file->next) {
        entries[i].name = file->name;
        entries[i].spec = pdf_haru_number(a->specs[i]);
        write_spec(file, entries[i].spec, o);
    }
    qsort(entries, a->count, sizeof(*entries), compare_entries);
    write_names(a, entries, o);
    mem_free(entries);
}
