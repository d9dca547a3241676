#include "preview/side_html.h"
#include "core/base/utf8.h"
#include "output/html/html_escape.h"

void side_put(struct buf *out, struct str text)
{
    struct buf visible;

    buf_init(&visible, SIZE_MAX / 4);
    utf8_visible(&visible, text);
    html_escape_attr(out, buf_view(&visible));
    if (buf_status(&visible) != ST_OK)
        buf_fail(out, buf_status(&visible));
    buf_free(&visible);
}

void side_put_element(struct buf *out, const char *tag, const char *kind,
                      struct str text)
{
    if (text.len == 0)
        return;
    buf_printf(out, "<%s class=\"%s\">", tag, kind);
    side_put(out, text);
    buf_printf(out, "</%s>", tag);
}
