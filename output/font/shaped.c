#include "core/base/utf8.h"
#include "output/font/font.h"

#include <string.h>

struct shaped_glyph shaped_glyph(const struct shaped *part, size_t i)
{
    struct shaped_glyph g = {.id = 0};
    struct str rest = part->text;

    if (!part->plain) {
        memcpy(&g, (const char *)part->data + i * sizeof(g), sizeof(g));
        return g;
    }
    for (size_t before = 0; before < i; before++)
        (void)utf8_next(&rest);
    g.id = shaped_id(part, i);
    g.cluster = (uint16_t)(part->text.len - rest.len);
    return g;
}

int32_t shaped_advance(const struct shaped *word)
{
    int64_t sum = 0;

    for (const struct shaped *part = word; part != NULL; part = part->rest)
        sum += part->advance;
    return sum > INT32_MAX ? INT32_MAX : (int32_t)sum;
}
