#include "output/pdf/pdf_syntax.h"
#include "core/base/utf8.h"

#include <string.h>

#define REPLACEMENT 0xFFFDU

static const char hex_digits[] = "0123456789ABCDEF";

/* N / 1000 without trailing zeros. */
static void write_thousandths(struct buf *b, uint64_t n)
{
    const uint32_t rest = (uint32_t)(n % 1000);

    if (n >= 1000 || rest == 0)
        buf_int(b, (int64_t)(n / 1000));
    if (rest == 0)
        return;
    buf_char(b, '.');
    buf_char(b, (char)('0' + rest / 100));
    if (rest % 100 == 0)
        return;
    buf_char(b, (char)('0' + rest / 10 % 10));
    if (rest % 10 != 0)
        buf_char(b, (char)('0' + rest % 10));
}

void pdf_write_mpt(struct buf *b, int64_t mpt)
{
    if (mpt < 0)
        buf_char(b, '-');
    write_thousandths(b, mpt < 0 ? 0 - (uint64_t)mpt : (uint64_t)mpt);
}

void pdf_write_ref(struct buf *b, uint32_t number)
{
    buf_int(b, number);
    buf_add(b, " 0 R", 4);
}

static bool is_regular(unsigned char c)
{
    return c > ' ' && c < 0x7f && strchr("()<>[]{}/%#", c) == NULL;
}

void pdf_write_name(struct buf *b, struct str name)
{
    buf_char(b, '/');
    for (size_t i = 0; i < name.len; i++) {
        const unsigned char c = (unsigned char)name.ptr[i];

        if (is_regular(c)) {
            buf_char(b, (char)c);
        } else {
            buf_char(b, '#');
            buf_char(b, hex_digits[c >> 4]);
            buf_char(b, hex_digits[c & 15]);
        }
    }
}

void pdf_write_hex4(struct buf *b, uint32_t word)
{
    const char digits[4] = {
        hex_digits[word >> 12 & 15],
        hex_digits[word >> 8 & 15],
        hex_digits[word >> 4 & 15],
        hex_digits[word & 15],
    };

    buf_add(b, digits, sizeof(digits));
}

static void put_word(struct buf *b, uint32_t word)
{
    const char bytes[2] = {(char)(word >> 8 & 0xff), (char)(word & 0xff)};

    buf_add(b, bytes, sizeof(bytes));
}

void pdf_utf16(struct buf *b, struct str utf8)
{
    size_t room = PDF_STRING_MAX - 2;

    put_word(b, 0xFEFF);
    while (utf8.len > 0 && room >= 4) {
        uint32_t c = utf8_next(&utf8);

        if (c == UTF8_BAD)
            c = REPLACEMENT;
        if (c >= 0x10000) {
            put_word(b, 0xD800 + ((c - 0x10000) >> 10));
            put_word(b, 0xDC00 + ((c - 0x10000) & 0x3FF));
            room -= 4;
        } else {
            put_word(b, c);
            room -= 2;
        }
    }
}

/* The same in PDFDocEncoding and ASCII, and no longer than may be. */
bool pdf_is_plain(struct str s)
{
    if (s.len > PDF_STRING_MAX)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < ' ' || s.ptr[i] > '~')
            return false;
    }
    return true;
}

static void put_literal(struct buf *b, struct str s)
{
    buf_char(b, '(');
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '(' || s.ptr[i] == ')' || s.ptr[i] == '\\')
            buf_char(b, '\\');
        buf_char(b, s.ptr[i]);
    }
    buf_char(b, ')');
}

void pdf_write_text(struct buf *b, struct str utf8)
{
    struct buf words;

    if (pdf_is_plain(utf8)) {
        put_literal(b, utf8);
        return;
    }
    buf_init(&words, b->limit);
    pdf_utf16(&words, utf8);
    if (buf_status(&words) != ST_OK && b->status == ST_OK)
        b->status = buf_status(&words);
    buf_char(b, '<');
    for (size_t i = 0; i + 1 < words.len; i += 2)
        pdf_write_hex4(b, (uint32_t)(unsigned char)words.ptr[i] << 8 |
                              (unsigned char)words.ptr[i + 1]);
    buf_char(b, '>');
    buf_free(&words);
}

void pdf_write_colour(struct buf *b, uint32_t colour)
{
    for (int shift = 16; shift >= 0; shift -= 8) {
        if (shift < 16)
            buf_char(b, ' ');
        write_thousandths(b, ((colour >> shift & 0xff) * 1000 + 127) / 255);
    }
}
