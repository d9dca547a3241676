#include "input/text/escaped.h"
#include "core/base/ascii.h"
#include "core/base/buf.h"
#include "core/base/utf8.h"

static bool is_any(uint32_t c)
{
    (void)c;
    return true;
}

/* Latin letters with their accents, and what stands between words, with what
   may not stand there and is named: _x1000_ is a name. */
static bool is_in_headings(uint32_t c)
{
    return c < 0x180 || (c > 0x2000 && c < 0x20D0);
}

static struct str meant(struct arena *arena, struct str text,
                        bool (*is_escaped)(uint32_t c))
{
    const size_t length = sizeof("_x000D_") - 1;
    struct buf out;

    if (str_find(text, STR_LIT("_x")) == text.len)
        return text;
    buf_init(&out, text.len + 1);
    while (text.len > 0) {
        uint32_t c;

        if (text.len >= length && text.ptr[0] == '_' && text.ptr[1] == 'x' &&
            text.ptr[length - 1] == '_' &&
            read_hex(str_to(str_from(text, 2), 4), &c) && is_escaped(c)) {
            text = str_from(text, length);
            if (c != '\r')
                utf8_put(&out, c);
            else if (!str_starts(text, STR_LIT("\n")) &&
                     !str_starts(text, STR_LIT("_x000A_")))
                buf_char(&out, '\n');
        } else {
            buf_char(&out, text.ptr[0]);
            text = str_from(text, 1);
        }
    }
    return arena_take(arena, &out);
}

struct str escaped_meant(struct arena *arena, struct str text)
{
    return meant(arena, text, is_any);
}

struct str escaped_heading(struct arena *arena, struct str text)
{
    return meant(arena, text, is_in_headings);
}
