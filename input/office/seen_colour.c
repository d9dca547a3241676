#include "input/office/seen_colour.h"
#include "core/base/ascii.h"

#define STRONG 80 /* between the channels of a colour that tells something */
#define APART 16  /* in red, green or blue: less is one colour to the eye */

uint32_t seen_colour_read(struct str text)
{
    uint32_t value;

    if (text.len == 0 || str_is(text, "auto") || str_is(text, "transparent"))
        return COLOUR_UNSAID;
    if (text.ptr[0] == '#')
        text = str_from(text, 1);
    if ((text.len != 6 && text.len != 8) || !read_hex(text, &value))
        return COLOUR_UNKNOWN;
    return value & COLOUR_WHITE;
}

static bool are_near(uint32_t a, uint32_t b)
{
    const uint32_t more = a > b ? a : b;
    const uint32_t less = a > b ? b : a;

    return more - less < APART;
}

bool seen_colour_hides(uint32_t words, uint32_t ground)
{
    if (ground == COLOUR_UNSAID)
        ground = COLOUR_WHITE;
    if (words == COLOUR_UNSAID || words == COLOUR_UNKNOWN ||
        ground == COLOUR_UNKNOWN)
        return false;
    if (words > COLOUR_WHITE || ground > COLOUR_WHITE)
        return words == ground;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        if (!are_near(words >> shift & 0xFF, ground >> shift & 0xFF))
            return false;
    }
    return true;
}

bool seen_colour_tells(uint32_t ground)
{
    uint32_t most = 0;
    uint32_t least = 0xFF;

    if (ground > COLOUR_WHITE)
        return false;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        const uint32_t channel = ground >> shift & 0xFF;

        most = channel > most ? channel : most;
        least = channel < least ? channel : least;
    }
    return most - least >= STRONG;
}
