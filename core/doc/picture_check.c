#include "core/doc/picture_check.h"
#include "core/doc/picture_parts.h"

static enum picture_fault check_image(const struct picture_image *p)
{
    if (p->file == NULL || p->file->width == 0 || p->file->height == 0)
        return PICTURE_IMPOSSIBLE;
    return PICTURE_SOUND;
}

enum picture_fault picture_check(const struct picture *picture,
                                 struct str *text)
{
    switch (picture->kind) {
#define CHECK(kind, name)                                                      \
    case kind: return picture_check_##name(&picture->u.name, text);
        PICTURE_MODELS(CHECK)
#undef CHECK
    case PICTURE_IMAGE: return check_image(&picture->u.image);
    }
    return PICTURE_IMPOSSIBLE;
}
