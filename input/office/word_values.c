#include "core/base/ascii.h"
#include "input/office/symbol_font.h"
#include "input/office/word_style_set.h"

#define TINY 6      /* half points: nobody reads three points */
#define SHIFT_MIN 4 /* half points: less is for looks */

uint32_t word_number_of(struct str value)
{
    uint32_t n = 0;

    for (size_t i = 0; i < value.len; i++) {
        if (!is_digit(value.ptr[i]))
            return 0;
        n = n * 10 + (uint32_t)(value.ptr[i] - '0');
        if (n > WORD_NUMBER_MAX)
            return WORD_NUMBER_MAX;
    }
    return n;
}

enum word_toggle word_toggle_of(struct str value)
{
    return str_is(value, "0") || str_is(value, "false") ||
                   str_is(value, "off") || str_is(value, "none")
               ? TOGGLE_OFF
               : TOGGLE_ON;
}

void word_toggle_add(uint8_t *said, struct str value)
{
    if (*said != TOGGLE_ON)
        *said = (uint8_t)word_toggle_of(value);
}

uint32_t word_size_of(struct str value)
{
    return word_number_of(value);
}

enum word_toggle word_tiny_of(struct str value)
{
    const uint32_t size = word_size_of(value);

    if (size == 0)
        return TOGGLE_UNSAID;
    return size <= TINY ? TOGGLE_ON : TOGGLE_OFF;
}

enum word_toggle word_font_of(const struct part_tag *tag)
{
    const struct str ascii = part_value(tag, "ascii");
    const struct str other = part_value(tag, "hAnsi");

    if (ascii.len == 0 && other.len == 0)
        return TOGGLE_UNSAID;
    return symbol_font_is(ascii) || symbol_font_is(other) ? TOGGLE_ON
                                                          : TOGGLE_OFF;
}

static uint32_t highlight_colour(struct str name)
{
    if (str_is(name, "none"))
        return COLOUR_UNSAID;
    return str_is(name, "black")   ? COLOUR_BLACK
           : str_is(name, "white") ? COLOUR_WHITE
                                   : COLOUR_UNKNOWN;
}

uint32_t word_colour(const struct part_tag *tag)
{
    const struct str value = part_value(tag, "val");

    if (part_is(tag, "highlight"))
        return highlight_colour(value);
    if (part_is(tag, "color")) /* what Word chooses is seen */
        return str_is(value, "auto") ? COLOUR_UNKNOWN : seen_colour_read(value);
    if (str_is(value, "solid"))
        return seen_colour_read(part_value(tag, "color"));
    return value.len == 0 || str_is(value, "clear") || str_is(value, "nil")
               ? seen_colour_read(part_value(tag, "fill"))
               : COLOUR_UNKNOWN;
}

enum word_script word_script_of(struct str value)
{
    return str_is(value, "superscript") ? SCRIPT_RAISED
           : str_is(value, "subscript") ? SCRIPT_LOWERED
                                        : SCRIPT_NONE;
}

enum word_script word_script_at(struct str value)
{
    const bool down = str_starts(value, STR_LIT("-"));
    const uint32_t shift = word_number_of(str_from(value, down ? 1 : 0));

    if (shift < SHIFT_MIN)
        return SCRIPT_UNSAID;
    return down ? SCRIPT_LOWERED : SCRIPT_RAISED;
}

uint8_t word_level_of(struct str value)
{
    return value.len == 1 && value.ptr[0] >= '0' && value.ptr[0] < '9'
               ? (uint8_t)(value.ptr[0] - '0')
               : WORD_NO_LEVEL;
}
