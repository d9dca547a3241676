#include "core/base/xml_text.h"

void xml_text_put(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.ptr[i]) {
        case '&': buf_puts(out, "&amp;"); break;
        case '<': buf_puts(out, "&lt;"); break;
        case '"': buf_puts(out, "&quot;"); break;
        default: buf_char(out, text.ptr[i]); break;
        }
    }
}
