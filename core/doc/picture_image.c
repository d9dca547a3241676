#include "core/doc/picture_parts.h"

enum picture_fault picture_check_image(const struct picture_image *p,
                                       struct str *text)
{
    (void)text;
    if (p->file == NULL || p->file->width == 0 || p->file->height == 0)
        return PICTURE_IMPOSSIBLE;
    return PICTURE_SOUND;
}

void picture_dump_image(struct buf *out, const struct picture_image *p,
                        size_t depth)
{
    const struct image *image = p->file;

    dump_line(out, depth, "image");
    dump_text(out, str_of(image->name));
    buf_printf(out, " %s %ux%u %s", image->form == IMAGE_JPEG ? "jpeg" : "png",
               (unsigned)image->width, (unsigned)image->height,
               image->palette != NULL ? "palette"
               : image->channels == 1 ? "grey"
                                      : "rgb");
    if (p->width > 0)
        buf_printf(out, " width=%d", (int)p->width);
    buf_puts(out, p->decorative ? " decorative\n" : "\n");
}

/* A side of at most INT32_MAX / 2, so that sums of two do not overflow. */
static int32_t side(int64_t mpt)
{
    return mpt < 1 ? 1 : mpt > INT32_MAX / 2 ? INT32_MAX / 2 : (int32_t)mpt;
}

int32_t image_width_at(const struct image *image, int32_t height)
{
    return side(((int64_t)height * image->width + image->height / 2) /
                image->height);
}

struct picture_size picture_image_size(const struct picture_image *p)
{
    const int64_t width =
        p->width > 0 ? p->width : (int64_t)p->file->width * PICTURE_MPT_PER_DOT;
    const int64_t dots = p->file->width;

    return (struct picture_size){
        side(width), side((width * p->file->height + dots / 2) / dots)};
}
