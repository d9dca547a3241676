#include "input/text/wide.h"
#include "core/base/utf8.h"

#include <stdbool.h>

#define SAMPLE 4096 /* bytes, by which a form is known */

struct form {
    struct str name;
    struct str mark;
    size_t size; /* of a unit */
    bool big;    /* its first byte is the highest */
};

/* Four bytes first: the mark of UTF-16LE begins that of UTF-32LE. */
static const enum wide_form order[] = {
    WIDE_UTF_32LE,
    WIDE_UTF_32BE,
    WIDE_UTF_16LE,
    WIDE_UTF_16BE,
};

static const struct form forms[WIDE_NONE] = {
    [WIDE_UTF_16LE] = {STR_INIT("utf-16le"), STR_INIT("\xFF\xFE"), 2, false},
    [WIDE_UTF_16BE] = {STR_INIT("utf-16be"), STR_INIT("\xFE\xFF"), 2, true},
    [WIDE_UTF_32LE] = {STR_INIT("utf-32le"), STR_INIT("\xFF\xFE\0\0"), 4,
                       false},
    [WIDE_UTF_32BE] = {STR_INIT("utf-32be"), STR_INIT("\0\0\xFE\xFF"), 4, true},
};

enum wide_form wide_marked(struct str bytes, size_t *len)
{
    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
        const struct form *f = &forms[order[i]];

        if (str_starts(bytes, f->mark)) {
            *len = f->mark.len;
            return order[i];
        }
    }
    *len = 0;
    return WIDE_NONE;
}

static uint32_t unit_at(const struct form *f, struct str bytes, size_t at)
{
    uint32_t unit = 0;

    for (size_t i = 0; i < f->size; i++) {
        const size_t byte = f->big ? i : f->size - 1 - i;

        unit = unit << 8 | (unsigned char)bytes.ptr[at + byte];
    }
    return unit;
}

/* Texts of Latin letters: most units are below 0x100, none is 0, and of four
   bytes none is above what Unicode has. */
static bool looks_like(const struct form *f, struct str bytes)
{
    size_t end;
    size_t units = 0;
    size_t low = 0;

    while (bytes.len >= f->size && unit_at(f, bytes, bytes.len - f->size) == 0)
        bytes.len -= f->size; /* what fills a block of a disk */
    if (bytes.len % f->size != 0)
        return false;
    end = bytes.len < SAMPLE ? bytes.len : SAMPLE;
    for (size_t at = 0; at + f->size <= end; at += f->size) {
        const uint32_t unit = unit_at(f, bytes, at);

        if (unit == 0 || unit > 0x10FFFF)
            return false;
        units++;
        low += unit < 0x100;
    }
    return units > 0 && low * 4 >= units * 3;
}

enum wide_form wide_guess(struct str bytes)
{
    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
        if (looks_like(&forms[order[i]], bytes))
            return order[i];
    }
    return WIDE_NONE;
}

const char *wide_name(enum wide_form form)
{
    return forms[form].name.ptr;
}

enum wide_form wide_called(struct str name)
{
    for (int i = 0; i < WIDE_NONE; i++) {
        if (str_same_word(name, forms[i].name))
            return (enum wide_form)i;
    }
    return WIDE_NONE;
}

static bool is_high(uint32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(uint32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

size_t wide_decode(struct buf *out, enum wide_form form, struct str bytes)
{
    const struct form *f = &forms[form];
    size_t at = 0;

    while (at + f->size <= bytes.len) {
        uint32_t c = unit_at(f, bytes, at);
        size_t len = f->size;

        if (f->size == 2 && is_high(c) && at + 4 <= bytes.len) {
            const uint32_t next = unit_at(f, bytes, at + 2);

            if (!is_low(next))
                return at;
            c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
            len = 4;
        }
        if (c > 0x10FFFF || is_high(c) || is_low(c))
            return at;
        utf8_put(out, c);
        at += len;
    }
    return at; /* an odd byte at the end is no character */
}
