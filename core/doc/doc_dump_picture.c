#include "core/doc/doc_dump_picture.h"
#include "core/doc/picture_parts.h"

static void dump_image(struct buf *out, const struct picture_image *p,
                       size_t depth)
{
    const struct image *picture = p->file;

    picture_begin_line(out, depth, "image");
    picture_put_text(out, str_of(picture->name));
    buf_printf(out, " %s %ux%u %s",
               picture->form == IMAGE_JPEG ? "jpeg" : "png",
               (unsigned)picture->width, (unsigned)picture->height,
               picture->palette != NULL ? "palette"
               : picture->channels == 1 ? "grey"
                                        : "rgb");
    if (p->width > 0)
        buf_printf(out, " width=%d", (int)p->width);
    buf_puts(out, p->decorative ? " decorative\n" : "\n");
}

void dump_picture(struct buf *out, const struct picture *picture, size_t depth)
{
    switch (picture->kind) {
#define DUMP(kind, name)                                                       \
    case kind: picture_dump_##name(out, &picture->u.name, depth); break;
        PICTURE_MODELS(DUMP)
#undef DUMP
    case PICTURE_IMAGE: dump_image(out, &picture->u.image, depth); break;
    }
}
