#include "output/html/html_parts.h"

#include "output/html/html_escape.h"

/* CSS pixels are as large as an image's own (core/model/picture.h). */
static uint32_t pixels(int32_t mpt)
{
    const int32_t n = (mpt + PICTURE_MPT_PER_DOT / 2) / PICTURE_MPT_PER_DOT;

    return n < 1 ? 1 : (uint32_t)n;
}

void html_image(struct html *h, const struct doc_node *n,
                const struct picture_image *p)
{
    const struct picture_size size = picture_image_size(p);

    html_open(&h->tags, TAG_IMG, n);
    html_attr_begin(&h->tags, "src");
    buf_puts(h->tags.out, p->file->form == IMAGE_JPEG
                              ? "data:image/jpeg;base64,"
                              : "data:image/png;base64,");
    html_base64(h->tags.out, p->file->bytes);
    html_attr_end(&h->tags);
    html_attr(&h->tags, "alt", n->text);
    html_attr_int(&h->tags, "width", pixels(size.width));
    html_attr_int(&h->tags, "height", pixels(size.height));
}
