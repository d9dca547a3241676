#include "input/text/mangled.h"
#include "core/base/utf8.h"
#include "input/text/charset.h"

#define LOST 0xFFFDU
#define TIMES_MAX 3 /* that a text has been mangled, one upon the other */

static const enum charset_id read_as[] = {
    CHARSET_WINDOWS_1252,
    CHARSET_MACINTOSH,
    CHARSET_IBM850,
    CHARSET_IBM437,
};

bool mangled_western(uint32_t c)
{
    return (c >= 0xA0 && c <= 0x17F) || (c >= 0x1E00 && c <= 0x1EFF) ||
           (c >= 0x2010 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x22FF) ||
           (c >= 0x2500 && c <= 0x27BF) || (c >= 0x1F000 && c <= 0x1FAFF) ||
           c == 0xFEFF || c == LOST;
}

/* Other scripts: one such character may be chance, two in a row are not. */
static bool is_of_another_script(uint32_t c)
{
    return (c >= 0x370 && c <= 0x1DFF) || (c >= 0x3040 && c <= 0xD7A3);
}

/* The byte that C was read from; -1: none. What Windows-1252 has not is often
   taken as it is, U+009D for 0x9D. */
static int byte_of(enum charset_id id, uint32_t c)
{
    if (id == CHARSET_WINDOWS_1252 && c >= 0x80 && c < 0xA0)
        return (int)c;
    return c == UTF8_BAD ? -1 : charset_byte(&charsets[id], c);
}

/* A letter with an umlaut or a ring at the end of quoted or broken off words:
   Ä” is what it says rather than mangled Ĕ. So are the lines of a box. */
static bool may_be_meant(uint32_t lead, uint32_t next)
{
    if (next >= 0x2500 && next <= 0x257F)
        return true;
    return (lead == 0xC4 || lead == 0xC5) &&
           (next == 0x2019 || next == 0x201D || next == 0x2013 ||
            next == 0x2014 || next == 0x2022 || next == 0x2026);
}

/* Cuts the characters off *TEXT whose bytes are the UTF-8 of one character
   beyond ASCII, which is returned; UTF8_BAD: there are none. */
static uint32_t cut_character(enum charset_id id, struct str *text)
{
    struct str rest = *text;
    struct str made;
    char bytes[4];
    size_t n = 0;
    size_t need = 1;
    uint32_t first = 0;
    uint32_t c;

    while (n < need) {
        const uint32_t read = rest.len == 0 ? UTF8_BAD : utf8_next(&rest);
        const int byte = byte_of(id, read);

        if (byte < 0x80 || (n == 1 && may_be_meant(first, read)))
            return UTF8_BAD;
        if (n == 0) {
            first = read;
            need = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        }
        bytes[n++] = (char)byte;
    }
    made = (struct str){bytes, n};
    c = utf8_next(&made);
    if (made.len > 0 || (!mangled_western(c) && !is_of_another_script(c)))
        return UTF8_BAD;
    *text = rest;
    return c;
}

/* What the mangled row at the head of TEXT was read as; CHARSET_MAX: none is
   there. */
static enum charset_id row_read_as(struct str text)
{
    const size_t n = sizeof(read_as) / sizeof(read_as[0]);

    if ((unsigned char)text.ptr[0] < 0x80)
        return CHARSET_MAX;
    for (size_t i = 0; i < n; i++) {
        struct str rest = text;
        const uint32_t c = cut_character(read_as[i], &rest);

        if (c != UTF8_BAD && (mangled_western(c) ||
                              cut_character(read_as[i], &rest) != UTF8_BAD))
            return read_as[i];
    }
    return CHARSET_MAX;
}

size_t mangled_find(struct str text)
{
    struct str rest = text;

    while (rest.len > 0 && row_read_as(rest) == CHARSET_MAX)
        (void)utf8_next(&rest);
    return text.len - rest.len;
}

/* TEXT with each row as it was once before; false when there is none. */
static bool mend_once(struct buf *out, struct str text, bool *lost)
{
    bool mended = false;

    while (text.len > 0) {
        const enum charset_id id = row_read_as(text);
        const struct str all = text;
        uint32_t c = id == CHARSET_MAX ? UTF8_BAD : cut_character(id, &text);

        if (c == UTF8_BAD) {
            (void)utf8_next(&text);
            buf_str(out, str_to(all, all.len - text.len));
            continue;
        }
        for (; c != UTF8_BAD; c = cut_character(id, &text)) {
            *lost = *lost || c == LOST;
            if (c != 0xFEFF) /* a byte order mark is no part of the text */
                utf8_put(out, c);
        }
        mended = true;
    }
    return mended;
}

bool mangled_mend(struct buf *out, struct str text)
{
    struct buf other;
    bool lost = false;
    int times = 0;

    buf_init(&other, out->limit);
    buf_str(&other, text);
    for (; times < TIMES_MAX; times++) {
        struct buf made;

        buf_init(&made, out->limit);
        if (!mend_once(&made, buf_view(&other), &lost)) {
            buf_free(&made);
            break;
        }
        buf_free(&other);
        other = made;
    }
    buf_str(out, buf_view(&other));
    buf_free(&other);
    return !lost;
}

/* Two characters beyond ASCII stand together, as in all that is mangled. */
static bool has_row(struct str text)
{
    for (size_t i = 1; i < text.len; i++) {
        if ((unsigned char)text.ptr[i] >= 0xC0 &&
            (unsigned char)text.ptr[i - 1] >= 0x80)
            return true;
    }
    return false;
}

struct str mangled_meant(struct arena *arena, struct str text)
{
    struct str meant = text;
    struct buf made;

    if (!has_row(text) || mangled_find(text) == text.len)
        return text;
    buf_init(&made, arena->limit);
    if (mangled_mend(&made, text))
        meant = arena_str(arena, buf_view(&made));
    if (buf_status(&made) != ST_OK)
        arena_fail(arena, buf_status(&made));
    buf_free(&made);
    return meant;
}
