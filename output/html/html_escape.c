#include "output/html/html_escape.h"

#include <nettle/base64.h>

#include <stdint.h>

/* In which context a byte cannot stand as it is. */
enum {
    IN_TEXT = 1,
    IN_ATTR = 2,
    IN_URL = 4,
    IN_CSS = 8,
    IN_ALL = IN_TEXT | IN_ATTR | IN_URL | IN_CSS,
};

/* clang-format off */
#define CONTROLS(from) \
    [(from)] = IN_ALL, [(from) + 1] = IN_ALL, [(from) + 2] = IN_ALL, \
    [(from) + 3] = IN_ALL

static const uint8_t special[256] = {
    CONTROLS(0x00), CONTROLS(0x04), [0x08] = IN_ALL,
    ['\t'] = IN_URL | IN_CSS, ['\n'] = IN_URL | IN_CSS,
    [0x0b] = IN_ALL, [0x0c] = IN_ALL, ['\r'] = IN_URL | IN_CSS,
    [0x0e] = IN_ALL, [0x0f] = IN_ALL,
    CONTROLS(0x10), CONTROLS(0x14), CONTROLS(0x18), CONTROLS(0x1c),
    [0x7f] = IN_ALL,
    ['&'] = IN_ALL, ['<'] = IN_ALL, ['>'] = IN_ALL,
    ['"'] = IN_ATTR | IN_URL | IN_CSS,
    [' '] = IN_URL, ['^'] = IN_URL, ['`'] = IN_URL, ['{'] = IN_URL,
    ['|'] = IN_URL, ['}'] = IN_URL, ['\\'] = IN_URL | IN_CSS,
};
/* clang-format on */

typedef void replace_fn(struct buf *out, unsigned char c);

/* Copies S in spans, each as long as nothing in it is special in CONTEXT. */
static void escape_for_html(struct buf *out, struct str s, uint8_t context,
                            replace_fn *replace)
{
    size_t start = 0;

    for (size_t i = 0; i < s.len; i++) {
        const unsigned char c = (unsigned char)s.ptr[i];

        if ((special[c] & context) == 0)
            continue;
        buf_add(out, s.ptr + start, i - start);
        replace(out, c);
        start = i + 1;
    }
    if (start < s.len)
        buf_add(out, s.ptr + start, s.len - start);
}

static void replace_in_markup(struct buf *out, unsigned char c)
{
    switch (c) {
    case '&': buf_puts(out, "&amp;"); break;
    case '<': buf_puts(out, "&lt;"); break;
    case '>': buf_puts(out, "&gt;"); break;
    case '"': buf_puts(out, "&quot;"); break;
    default: buf_puts(out, "\xef\xbf\xbd"); break;
    }
}

static void put_hex(struct buf *out, unsigned char c)
{
    static const char digits[] = "0123456789ABCDEF";

    buf_char(out, digits[c >> 4]);
    buf_char(out, digits[c & 15]);
}

static void replace_in_url(struct buf *out, unsigned char c)
{
    if (c == '&') {
        buf_puts(out, "&amp;");
        return;
    }
    buf_char(out, '%');
    put_hex(out, c);
}

/* A NUL has no escape in CSS either. */
static void replace_in_css(struct buf *out, unsigned char c)
{
    if (c == 0) {
        buf_puts(out, "\xef\xbf\xbd");
        return;
    }
    buf_char(out, '\\');
    put_hex(out, c);
    buf_char(out, ' ');
}

void html_escape_text(struct buf *out, struct str s)
{
    escape_for_html(out, s, IN_TEXT, replace_in_markup);
}

void html_escape_attr(struct buf *out, struct str s)
{
    escape_for_html(out, s, IN_ATTR, replace_in_markup);
}

void html_escape_url(struct buf *out, struct str s)
{
    escape_for_html(out, s, IN_URL, replace_in_url);
}

void html_escape_css_string(struct buf *out, struct str s)
{
    buf_char(out, '"');
    escape_for_html(out, s, IN_CSS, replace_in_css);
    buf_char(out, '"');
}

void html_base64(struct buf *out, struct str bytes)
{
    const size_t groups = bytes.len / BASE64_BINARY_BLOCK_SIZE +
                          (bytes.len % BASE64_BINARY_BLOCK_SIZE > 0);
    char *p;

    if (groups > SIZE_MAX / BASE64_TEXT_BLOCK_SIZE) {
        buf_fail(out, ST_LIMIT);
        return;
    }
    p = buf_reserve(out, groups * BASE64_TEXT_BLOCK_SIZE);
    if (p == NULL || bytes.len == 0)
        return;
    base64_encode_raw(p, bytes.len, (const uint8_t *)bytes.ptr);
    out->len += groups * BASE64_TEXT_BLOCK_SIZE;
}

static bool goes_on_behind(struct str s, struct str prefix)
{
    return s.len > prefix.len && str_starts_alike(s, prefix);
}

bool html_url_is_safe(struct str url)
{
    return goes_on_behind(url, STR_LIT("https://")) ||
           goes_on_behind(url, STR_LIT("http://")) ||
           goes_on_behind(url, STR_LIT("mailto:")) ||
           goes_on_behind(url, STR_LIT("tel:"));
}
