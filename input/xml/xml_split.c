#include "input/xml/xml_split.h"
#include "core/base/list.h"

const struct str *xml_split(struct arena *arena, struct str value,
                            char separator, size_t *count)
{
    struct list l = list_of(arena, sizeof(struct str));

    while (value.len > 0) {
        const struct str piece = str_trim(str_cut(&value, separator));
        struct str *item = piece.len == 0 ? NULL : list_add(&l);

        if (item != NULL)
            *item = arena_str(arena, piece);
    }
    *count = l.count;
    return l.items;
}
