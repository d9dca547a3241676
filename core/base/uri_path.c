#include "core/base/uri_path.h"
#include "core/base/ascii.h"

static bool is_plain(char c)
{
    return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '.' ||
           c == '_' || c == '~' || c == '/';
}

void uri_path_put(struct buf *out, struct str path)
{
    for (size_t i = 0; i < path.len; i++) {
        if (is_plain(path.ptr[i]))
            buf_char(out, path.ptr[i]);
        else
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)path.ptr[i]);
    }
}
