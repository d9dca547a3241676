#include "input/office/xlsx_parts.h"

#define INDEXED_AUTO 64 /* and 65: the words and the ground of the program */

bool xlsx_number(struct str s, uint32_t max, uint32_t *n)
{
    uint64_t value = 0;

    s = str_trim(s);
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(s.ptr[i] - '0');
        if (value > max)
            return false;
    }
    *n = (uint32_t)value;
    return s.len > 0;
}

bool xlsx_says_yes(const struct part_tag *tag)
{
    const struct str value = part_value(tag, "val");

    return !str_is(value, "0") && !str_is(value, "false");
}

/* Those with which a file begins that has no others. */
static uint32_t indexed_colour(uint32_t n)
{
    static const uint32_t colours[] = {0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00,
                                       0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF};

    if (n < 16)
        return colours[n % 8];
    return n >= INDEXED_AUTO ? COLOUR_UNSAID : COLOUR_OWN | 1U << 24 | n;
}

/* White and black are the first of a theme. */
static uint32_t theme_colour(uint32_t n, struct str tint)
{
    struct stored_number shade;
    int parts = 0;

    if (tint.len > 0 && stored_number_read(tint, &shade) == STORED_OK)
        parts = (int)(stored_number_about(&shade) * 1000);
    if (parts == 0 && n < 2)
        return n == 0 ? COLOUR_WHITE : COLOUR_BLACK;
    return COLOUR_OWN | n << 12 | (uint32_t)(parts + 1000);
}

uint32_t xlsx_colour(const struct part_tag *tag)
{
    const struct str rgb = part_value(tag, "rgb");
    uint32_t n;

    if (rgb.len > 0)
        return seen_colour_read(rgb);
    if (xlsx_number(part_value(tag, "theme"), UINT8_MAX, &n))
        return theme_colour(n, part_value(tag, "tint"));
    if (xlsx_number(part_value(tag, "indexed"), UINT8_MAX, &n))
        return indexed_colour(n);
    return COLOUR_UNSAID;
}
