#include "output/pdf/pdf_codes.h"
#include "core/base/utf8.h"
#include "output/pdf/pdf_syntax.h"

#include <stdlib.h>
#include <string.h>

/* No code of two bytes begins like one of one. */
#define ONE_FIRST 0x80U
#define TWO_FIRST 0xE000U
#define TWO_LAST 0xFFFFU
#define ONE_COUNT (0xE0U - ONE_FIRST)
#define SPACES                                                                 \
    "2 begincodespacerange\n<00><DF>\n<E000><FFFF>\nendcodespacerange\n"

#define BLOCK_MAX 100 /* entries of one block (9.7.5.4, 9.10.3) */

uint32_t pdf_code_give(struct pdf_codes *codes, uint32_t text)
{
    uint32_t n = codes->others;

    if (text >= ' ' && text < 0x7f && !codes->ascii[text]) {
        codes->ascii[text] = true;
        return text;
    }
    if (n > ONE_COUNT + TWO_LAST - TWO_FIRST)
        return 0;
    codes->others++;
    return n < ONE_COUNT ? ONE_FIRST + n : TWO_FIRST + n - ONE_COUNT;
}

static int by_code(const void *a, const void *b)
{
    const struct pdf_coded *x = a;
    const struct pdf_coded *y = b;

    return (x->code > y->code) - (x->code < y->code);
}

void pdf_codes_sort(struct pdf_coded *coded, size_t n)
{
    if (n > 1)
        qsort(coded, n, sizeof(*coded), by_code);
}

static void put_head(struct buf *b, const char *name, const char *ordering,
                     int type)
{
    buf_printf(b,
               "/CIDInit /ProcSet findresource begin\n12 dict begin\n"
               "begincmap\n/CIDSystemInfo\n<</Registry(Adobe)/Ordering(%s)"
               "/Supplement 0>> def\n/CMapName /%s def\n/CMapType %d def\n",
               ordering, name, type);
}

static void put_end(struct buf *b)
{
    buf_puts(b, "endcmap\nCMapName currentdict /CMap defineresource pop\n"
                "end\nend\n");
}

bool pdf_codes_are_long(const struct pdf_codes *codes)
{
    return codes->others > ONE_COUNT;
}

/* A range's codes differ in their last byte only. */
static void put_long_ranges(struct buf *b)
{
    for (unsigned first = TWO_FIRST; first < TWO_LAST; first += 0x100)
        buf_printf(b, "<%04X><%04X> %u\n", first, first + 0xFF, first);
}

void pdf_write_cmap(struct buf *b, bool long_ones)
{
    put_head(b, PDF_CMAP_NAME, "Identity", 1);
    buf_puts(b, "/WMode 0 def\n" SPACES);
    buf_printf(b, "%u begincidrange\n<00><DF> 0\n",
               long_ones ? 1 + 0x100 - 0xE0 : 1);
    if (long_ones)
        put_long_ranges(b);
    buf_puts(b, "endcidrange\n");
    put_end(b);
}

void pdf_write_glyph_map(struct buf *b, const struct pdf_coded *coded, size_t n)
{
    const size_t bytes = n == 0 ? 0 : ((size_t)coded[n - 1].code + 1) * 2;
    char *map = buf_reserve(b, bytes);

    if (map == NULL)
        return;
    memset(map, 0, bytes);
    for (size_t i = 0; i < n; i++) {
        map[(size_t)coded[i].code * 2] = (char)(coded[i].glyph >> 8);
        map[(size_t)coded[i].code * 2 + 1] = (char)(coded[i].glyph & 0xff);
    }
    b->len += bytes;
}

/* [CODE[W W W] CODE[W] ...] (9.7.4.3) */
void pdf_write_widths(struct buf *b, const struct pdf_coded *coded, size_t n)
{
    buf_char(b, '[');
    for (size_t i = 0; i < n; i++) {
        const bool first = i == 0 || coded[i].code != coded[i - 1].code + 1;

        if (first && i > 0)
            buf_char(b, ']');
        if (first)
            buf_printf(b, "%u[", (unsigned)coded[i].code);
        else
            buf_char(b, ' ');
        buf_int(b, coded[i].width);
    }
    buf_puts(b, n > 0 ? "]]" : "]");
}

static void put_utf16(struct buf *b, uint32_t c)
{
    if (c < 0x10000) {
        pdf_write_hex4(b, c);
        return;
    }
    pdf_write_hex4(b, 0xD800 + ((c - 0x10000) >> 10));
    pdf_write_hex4(b, 0xDC00 + ((c - 0x10000) & 0x3FF));
}

static void put_text(struct buf *b, const struct pdf_coded *coded)
{
    struct str rest = coded->text;

    if (coded->character != 0) {
        put_utf16(b, coded->character);
        return;
    }
    while (rest.len > 0)
        put_utf16(b, utf8_next(&rest));
}

void pdf_write_to_unicode(struct buf *b, const struct pdf_coded *coded,
                          size_t n)
{
    size_t left = 0;

    put_head(b, "Adobe-Identity-UCS", "UCS", 2);
    buf_puts(b, SPACES);
    for (size_t i = 0; i < n; i++) {
        if (left == 0) {
            left = n - i < BLOCK_MAX ? n - i : BLOCK_MAX;
            buf_printf(b, "%zu beginbfchar\n", left);
        }
        buf_printf(b, "<%0*X><", coded[i].code < TWO_FIRST ? 2 : 4,
                   (unsigned)coded[i].code);
        put_text(b, &coded[i]);
        buf_puts(b, ">\n");
        if (--left == 0)
            buf_puts(b, "endbfchar\n");
    }
    put_end(b);
}
