#include "output/html/html_parts.h"

/* RFC 4648, 4: three bytes as four letters. */
static void put_base64(struct buf *out, struct str bytes)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "abcdefghijklmnopqrstuvwxyz0123456789+/";
    char *to = buf_reserve(out, (bytes.len + 2) / 3 * 4);

    for (size_t i = 0; to != NULL && i < bytes.len; i += 3) {
        const size_t n = bytes.len - i < 3 ? bytes.len - i : 3;
        uint32_t bits = 0;

        for (size_t k = 0; k < 3; k++)
            bits = bits << 8 | (k < n ? (unsigned char)bytes.ptr[i + k] : 0U);
        for (size_t k = 0; k < 4; k++)
            *to++ = k > n ? '=' : letters[bits >> (18 - 6 * k) & 63];
        out->len += 4;
    }
}

/* CSS pixels are as large as a picture's own (core/figure.h). */
static uint32_t pixels(int32_t mpt)
{
    const int32_t n = (mpt + FIGURE_MPT_PER_DOT / 2) / FIGURE_MPT_PER_DOT;

    return n < 1 ? 1 : (uint32_t)n;
}

void html_picture(struct html *h, const struct doc_node *n,
                  const struct figure_picture *p)
{
    const struct figure_size size = figure_picture_size(p);

    html_open(&h->tags, TAG_IMG, n);
    html_attr_begin(&h->tags, "src");
    buf_puts(h->tags.out, p->picture->form == PICTURE_JPEG
                              ? "data:image/jpeg;base64,"
                              : "data:image/png;base64,");
    put_base64(h->tags.out, p->picture->bytes);
    html_attr_end(&h->tags);
    html_attr(&h->tags, "alt", n->text);
    html_attr_int(&h->tags, "width", pixels(size.width));
    html_attr_int(&h->tags, "height", pixels(size.height));
}
