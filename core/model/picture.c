#include "core/model/picture.h"

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
