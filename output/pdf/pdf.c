#include "output/pdf/pdf.h"
#include "output/pdf/pdf_attach.h"
#include "output/pdf/pdf_cache_parts.h"
#include "output/pdf/pdf_content.h"
#include "output/pdf/pdf_file.h"
#include "output/pdf/pdf_meta.h"
#include "output/pdf/pdf_outline.h"
#include "output/pdf/pdf_pages.h"
#include "output/pdf/pdf_struct.h"

/* One document on its way into its file. */
struct pdf {
    const struct doc *doc;
    const struct layout *layout;
    const struct layout_hearer *hearer;
    struct pdf_cache *cache;
    struct pdf_haru haru;
    struct pdf_objects objects;
    struct pdf_fonts fonts;
    struct pdf_images images;
    struct pdf_marks marks;
    struct pdf_links links;
    struct pdf_pages pages;
    struct pdf_attachments attachments;
    struct pdf_font_names font_names;
    struct pdf_meta meta;
    struct pdf_haru_object *resources; /* one for all pages */
};

static enum status begin_pages(struct pdf *p)
{
    p->resources = pdf_haru_shared(&p->haru);
    if (p->resources == NULL)
        return pdf_haru_status(&p->haru);
    return pdf_pages_begin(&p->pages, p->layout, &p->haru);
}

/* Each page is made, and its content, of which libharu knows nothing, written
   before the next. */
static enum status write_pages(struct pdf *p)
{
    const struct pdf_noted noted = {&p->fonts, &p->images, &p->marks,
                                    &p->links};
    const struct layout_page *page = p->layout->pages;
    enum status st = ST_OK;
    struct buf content;

    buf_init(&content, p->objects.out->limit);
    for (uint32_t i = 0; page != NULL && i < p->pages.count;
         i++, page = page->next) {
        pdf_pages_add(&p->pages, page, &p->haru, p->resources);
        st = pdf_haru_status(&p->haru);
        if (st != ST_OK)
            break;
        buf_clear(&content);
        pdf_content(page, i, &noted, &content);
        pdf_stream(&p->objects, pdf_page_content(&p->pages, i), STR_LIT(""),
                   buf_view(&content), STREAM_DEFLATE);
        if (p->hearer != NULL)
            p->hearer->drawn(p->hearer->context);
    }
    if (st == ST_OK && p->pages.made != p->layout->npages)
        st = ST_BUG;
    st = status_worst(st, buf_status(&content));
    buf_free(&content);
    pdf_marks_index(&p->marks);
    st = status_worst(st, pdf_marks_status(&p->marks));
    st = status_worst(st, pdf_links_status(&p->links));
    st = status_worst(st, pdf_images_status(&p->images));
    st = status_worst(st, pdf_fonts_status(&p->fonts));
    return status_worst(st, pdf_objects_status(&p->objects));
}

/* What is libharu's: after this it numbers no more objects. */
static enum status make_objects(struct pdf *p)
{
    enum status st;

    pdf_fonts_name(&p->fonts, &p->haru, p->resources, &p->font_names);
    pdf_images_name(&p->images, &p->haru, p->resources);
    pdf_outline_make(p->layout, &p->pages, &p->haru);
    pdf_links_make(&p->links, p->layout, &p->haru, &p->pages);
    pdf_meta_make(p->doc, &p->haru, &p->meta);
    st = pdf_attachments_make(&p->attachments, p->doc, &p->haru);
    return status_worst(st, pdf_haru_status(&p->haru));
}

/* What is ours. */
static enum status write_objects(struct pdf *p)
{
    uint8_t id[PDF_ID_SIZE];
    enum status st;

    pdf_objects_begin(&p->objects, pdf_haru_count(&p->haru));
    pdf_fonts_write(&p->fonts, &p->objects, &p->font_names);
    pdf_images_write(&p->images, &p->objects);
    pdf_meta_write(p->doc, &p->meta, buf_view(&p->cache->profile), &p->objects);
    pdf_attachments_write(&p->attachments, &p->objects);
    st = pdf_struct_write(p->doc, &p->pages, &p->marks, &p->links, &p->objects,
                          pdf_haru_number(p->meta.structure));
    pdf_marks_free(&p->marks); /* before the table of all objects is made */
    st = status_worst(st, pdf_fonts_status(&p->fonts));
    if (st != ST_OK)
        return st;
    pdf_meta_id(p->doc, id);
    return pdf_file_end(&p->haru, &p->objects, id);
}

static enum status write_all(struct pdf *p, struct buf *out)
{
    enum status st = begin_pages(p);

    pdf_file_begin(out);
    if (st == ST_OK)
        st = write_pages(p);
    if (st == ST_OK)
        st = make_objects(p);
    if (st == ST_OK)
        st = write_objects(p);
    return st;
}

enum status pdf_write(const struct doc *d, const struct layout *l,
                      struct pdf_cache *cache,
                      const struct layout_hearer *hearer, struct buf *out)
{
    struct pdf p = {.doc = d, .layout = l, .hearer = hearer, .cache = cache};
    enum status st;

    pdf_objects_init(&p.objects, out, cache->deflate);
    pdf_fonts_init(&p.fonts, cache, out->limit);
    pdf_images_init(&p.images, out->limit);
    pdf_marks_init(&p.marks, out->limit);
    pdf_links_init(&p.links, out->limit);
    st = pdf_haru_open(&p.haru);
    if (st == ST_OK)
        st = write_all(&p, out);
    pdf_attachments_free(&p.attachments);
    pdf_pages_free(&p.pages);
    pdf_links_free(&p.links);
    pdf_marks_free(&p.marks);
    pdf_images_free(&p.images);
    pdf_fonts_free(&p.fonts);
    pdf_objects_free(&p.objects);
    pdf_haru_close(&p.haru);
    return st;
}
