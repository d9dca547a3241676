#include "core/doc/picture_parts.h"

enum picture_fault picture_check(const struct picture *picture,
                                 struct str *text)
{
#define CHECK(ID, name)                                                        \
    case PICTURE_##ID: return picture_check_##name(&picture->u.name, text);

    switch (picture->kind) {
        PICTURE_KINDS(CHECK)
    }
#undef CHECK
    return PICTURE_IMPOSSIBLE;
}

void picture_dump(const struct picture *picture, struct buf *out, size_t depth)
{
#define DUMP(ID, name)                                                         \
    case PICTURE_##ID: picture_dump_##name(out, &picture->u.name, depth); break;

    switch (picture->kind) {
        PICTURE_KINDS(DUMP)
    }
#undef DUMP
}
