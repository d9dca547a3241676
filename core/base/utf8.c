#include "core/base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#define REPLACEMENT 0xFFFD

static bool continues(struct str s, size_t at)
{
    return at < s.len && utf8_continues(s.ptr[at]);
}

/* The length that a head byte promises, and the least character that needs
   it: anything less would be an overlong form. */
static size_t promised(unsigned char head, uint32_t *least, uint32_t *bits)
{
    if (head >= 0xC2 && head <= 0xDF) {
        *least = 0x80;
        *bits = head & 0x1F;
        return 2;
    }
    if (head >= 0xE0 && head <= 0xEF) {
        *least = 0x800;
        *bits = head & 0x0F;
        return 3;
    }
    if (head >= 0xF0 && head <= 0xF4) {
        *least = 0x10000;
        *bits = head & 0x07;
        return 4;
    }
    return 0;
}

static bool is_scalar(uint32_t c)
{
    return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

uint32_t utf8_next_any(struct str *s)
{
    const unsigned char head = (unsigned char)s->ptr[0];
    uint32_t least = 0;
    uint32_t c = head;
    size_t n = head < 0x80 ? 1 : promised(head, &least, &c);

    for (size_t i = 1; i < n; i++) {
        if (!continues(*s, i))
            n = 0;
        else
            c = c << 6 | ((unsigned char)s->ptr[i] & 0x3F);
    }
    if (n == 0 || c < least || !is_scalar(c)) {
        n = 1;
        c = UTF8_BAD;
    }
    *s = str_from(*s, n);
    return c;
}

void utf8_put(struct buf *b, uint32_t c)
{
    if (!is_scalar(c))
        c = REPLACEMENT;
    if (c < 0x80) {
        buf_char(b, (char)c);
        return;
    }
    if (c < 0x800) {
        buf_char(b, (char)(0xC0 | c >> 6));
    } else if (c < 0x10000) {
        buf_char(b, (char)(0xE0 | c >> 12));
        buf_char(b, (char)(0x80 | (c >> 6 & 0x3F)));
    } else {
        buf_char(b, (char)(0xF0 | c >> 18));
        buf_char(b, (char)(0x80 | (c >> 12 & 0x3F)));
        buf_char(b, (char)(0x80 | (c >> 6 & 0x3F)));
    }
    buf_char(b, (char)(0x80 | (c & 0x3F)));
}

/* Most text is ASCII, of which eight bytes are looked at together. */
static struct str skip_ascii(struct str s)
{
    size_t i = 0;

    for (; i + sizeof(uint64_t) <= s.len; i += sizeof(uint64_t)) {
        uint64_t bytes;

        memcpy(&bytes, s.ptr + i, sizeof(bytes));
        if ((bytes & UINT64_C(0x8080808080808080)) != 0)
            break;
    }
    while (i < s.len && (unsigned char)s.ptr[i] < 0x80)
        i++;
    return str_from(s, i);
}

bool utf8_is_ascii(struct str s)
{
    return skip_ascii(s).len == 0;
}

void utf8_put_valid(struct buf *b, struct str s)
{
    while (s.len > 0)
        utf8_put(b, utf8_next(&s));
}

size_t utf8_valid(struct str s)
{
    struct str rest = skip_ascii(s);

    while (rest.len > 0) {
        const size_t at = s.len - rest.len;

        if (utf8_next(&rest) == UTF8_BAD)
            return at;
        if (rest.len > 0 && (unsigned char)rest.ptr[0] < 0x80)
            rest = skip_ascii(rest);
    }
    return s.len;
}

size_t utf8_count(struct str s)
{
    size_t n = 0;

    while (s.len > 0) {
        (void)utf8_next(&s);
        n++;
    }
    return n;
}

bool utf8_is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

bool utf8_begins_with_space(struct str s)
{
    return s.len > 0 && utf8_is_space(utf8_next(&s));
}

bool utf8_is_letter(uint32_t c)
{
    const utf8proc_category_t category = utf8proc_category((int32_t)c);

    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_currency(uint32_t c)
{
    return utf8proc_category((int32_t)c) == UTF8PROC_CATEGORY_SC;
}

bool utf8_is_mark(uint32_t c)
{
    const utf8proc_category_t category = utf8proc_category((int32_t)c);

    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

bool utf8_hidden(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C ||
           c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

void utf8_visible(struct buf *b, struct str s)
{
    while (s.len > 0) {
        const unsigned char byte = (unsigned char)s.ptr[0];
        const uint32_t c = utf8_next(&s);

        if (c == UTF8_BAD)
            buf_printf(b, "\\x%02x", (unsigned)byte);
        else if (c == '\n')
            buf_puts(b, "\\n");
        else if (c == '\r')
            buf_puts(b, "\\r");
        else if (c == '\t')
            buf_puts(b, "\\t");
        else if (utf8_hidden(c))
            buf_printf(b, c < 0x100 ? "\\x%02x" : "\\u{%04x}", (unsigned)c);
        else
            utf8_put(b, c);
    }
}

struct range {
    uint32_t first;
    uint32_t last;
};

/* Unicode 15 East Asian Width W and F, joined where what lies between is not
   assigned. */
static const struct range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},
    {0x23E9, 0x23EC},   {0x23F0, 0x23F0},   {0x23F3, 0x23F3},
    {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},
    {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},
    {0x26F2, 0x26F3},   {0x26F5, 0x26F5},   {0x26FA, 0x26FA},
    {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},
    {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
    {0x3041, 0x4DBF},   {0x4E00, 0xA4C6},   {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18CFF}, {0x1AFF0, 0x1B2FB}, {0x1F004, 0x1F004},
    {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A},
    {0x1F200, 0x1F320}, {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C},
    {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3},
    {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E},
    {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D},
    {0x1F54B, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596},
    {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5},
    {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2}, {0x1F6D5, 0x1F6DF},
    {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7F0},
    {0x1F90C, 0x1F93A}, {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF},
    {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

/* Marks that stand on the character before them, of the scripts that can be
   expected in a report. */
static const struct range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},
    {0x0900, 0x0902}, {0x093C, 0x093C}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF},
};

static bool among(const struct range *ranges, size_t n, uint32_t c)
{
    size_t low = 0;

    while (low < n) {
        const size_t middle = low + (n - low) / 2;

        if (c < ranges[middle].first)
            n = middle;
        else if (c > ranges[middle].last)
            low = middle + 1;
        else
            return true;
    }
    return false;
}

unsigned utf8_columns(uint32_t c)
{
    if (c < 0x300)
        return 1;
    if (among(combining, sizeof(combining) / sizeof(*combining), c))
        return 0;
    return among(wide, sizeof(wide) / sizeof(*wide), c) ? 2 : 1;
}
