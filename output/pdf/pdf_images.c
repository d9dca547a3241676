#include "output/pdf/pdf_images.h"

#include <stdio.h>

#define NAME_SIZE 12 /* I4294967295 */

void pdf_images_init(struct pdf_images *images, size_t limit)
{
    buf_init(&images->images, limit);
}

void pdf_images_free(struct pdf_images *images)
{
    buf_free(&images->images);
}

enum status pdf_images_status(const struct pdf_images *images)
{
    return buf_status(&images->images);
}

static size_t count_of(const struct pdf_images *images)
{
    return images->images.len / sizeof(struct pdf_image);
}

static struct pdf_image *image_at(const struct pdf_images *images, size_t i)
{
    return (struct pdf_image *)(void *)images->images.ptr + i;
}

uint32_t pdf_images_add(struct pdf_images *images, const struct image *image)
{
    const struct pdf_image added = {image, NULL};
    const size_t n = count_of(images);

    for (size_t i = 0; i < n; i++) {
        const struct image *known = image_at(images, i)->image;

        if (known == image || str_eq(known->bytes, image->bytes))
            return (uint32_t)i;
    }
    buf_add(&images->images, &added, sizeof(added));
    return (uint32_t)n;
}

void pdf_images_name(struct pdf_images *images, struct pdf_haru *h,
                     struct pdf_haru_object *resources)
{
    const size_t n = count_of(images);
    struct pdf_haru_object *dict =
        n == 0 ? NULL : pdf_haru_dict(h, resources, "XObject");

    for (size_t i = 0; dict != NULL && i < n; i++) {
        struct pdf_image *image = image_at(images, i);
        char name[NAME_SIZE];

        (void)snprintf(name, sizeof(name), "I%u", (unsigned)i);
        image->object = pdf_haru_reserve(h);
        pdf_haru_refer(dict, name, image->object);
    }
}

/* The zlib stream in a PNG file of our own: its IDAT chunks, joined. */
static void join_png_data(struct str png, struct buf *out)
{
    enum { SIGNATURE = 8, CHUNK_HEAD = 8, CHUNK_TAIL = 4 };
    struct str rest = str_from(png, SIGNATURE);

    while (rest.len >= CHUNK_HEAD + CHUNK_TAIL) {
        const unsigned char *p = (const unsigned char *)rest.ptr;
        const size_t length = (size_t)p[0] << 24 | (size_t)p[1] << 16 |
                              (size_t)p[2] << 8 | (size_t)p[3];
        const struct str type = str_from(str_to(rest, CHUNK_HEAD), 4);

        rest = str_from(rest, CHUNK_HEAD);
        if (str_is(type, "IDAT"))
            buf_str(out, str_to(rest, length));
        rest = str_from(rest, length);
        rest = str_from(rest, CHUNK_TAIL);
    }
}

/* 8.6.6.3 */
static void put_colour_space(struct buf *b, const struct image *p)
{
    if (p->palette == NULL) {
        buf_puts(b, p->channels == 1 ? "/ColorSpace/DeviceGray"
                                     : "/ColorSpace/DeviceRGB");
        return;
    }
    buf_puts(b, "/ColorSpace[/Indexed/DeviceRGB ");
    buf_int(b, p->ncolours - 1);
    buf_char(b, '<');
    for (size_t i = 0; i < (size_t)p->ncolours * 3; i++)
        buf_printf(b, "%02x", p->palette[i]);
    buf_puts(b, ">]");
}

static void put_entries(struct buf *b, const struct image *p)
{
    buf_puts(b, "/Type/XObject/Subtype/Image/Width ");
    buf_int(b, p->width);
    buf_puts(b, "/Height ");
    buf_int(b, p->height);
    put_colour_space(b, p);
    buf_puts(b, "/BitsPerComponent 8");
    if (p->form == IMAGE_JPEG) {
        buf_puts(b, "/Filter/DCTDecode");
        return;
    }
    buf_puts(b, "/DecodeParms<</Predictor 15/Colors ");
    buf_int(b, p->channels);
    buf_puts(b, "/Columns ");
    buf_int(b, p->width);
    buf_puts(b, ">>");
}

static void write_image(const struct pdf_image *image, struct pdf_objects *o)
{
    const struct image *p = image->image;
    const uint32_t number = pdf_haru_number(image->object);
    struct buf entries;
    struct buf data;

    buf_init(&entries, o->out->limit);
    buf_init(&data, o->out->limit);
    put_entries(&entries, p);
    if (p->form == IMAGE_PNG)
        join_png_data(p->bytes, &data);
    pdf_objects_fail(o, buf_status(&entries));
    pdf_objects_fail(o, buf_status(&data));
    if (p->form == IMAGE_PNG)
        pdf_stream(o, number, buf_view(&entries), buf_view(&data),
                   STREAM_DEFLATED);
    else
        pdf_stream(o, number, buf_view(&entries), p->bytes, STREAM_PLAIN);
    buf_free(&data);
    buf_free(&entries);
}

void pdf_images_write(const struct pdf_images *images, struct pdf_objects *o)
{
    for (size_t i = 0; i < count_of(images); i++)
        write_image(image_at(images, i), o);
}
