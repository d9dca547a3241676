#include "input/text/entity.h"
#include "core/base/ascii.h"

#include <stdbool.h>

#define CHARACTER_MAX 0x10FFFF

static const struct {
    const char *name;
    uint32_t character;
} names[] = {
    {"aacute", 0xE1},  {"acirc", 0xE2},    {"agrave", 0xE0},
    {"amp", '&'},      {"apos", '\''},     {"auml", 0xE4},
    {"bull", 0x2022},  {"ccedil", 0xE7},   {"cent", 0xA2},
    {"copy", 0xA9},    {"deg", 0xB0},      {"divide", 0xF7},
    {"eacute", 0xE9},  {"ecirc", 0xEA},    {"egrave", 0xE8},
    {"emsp", 0x2003},  {"ensp", 0x2002},   {"euml", 0xEB},
    {"euro", 0x20AC},  {"frac12", 0xBD},   {"frac14", 0xBC},
    {"frac34", 0xBE},  {"gt", '>'},        {"hellip", 0x2026},
    {"iacute", 0xED},  {"icirc", 0xEE},    {"iuml", 0xEF},
    {"laquo", 0xAB},   {"ldquo", 0x201C},  {"lsquo", 0x2018},
    {"lt", '<'},       {"mdash", 0x2014},  {"middot", 0xB7},
    {"minus", 0x2212}, {"nbsp", 0xA0},     {"ndash", 0x2013},
    {"ntilde", 0xF1},  {"oacute", 0xF3},   {"ocirc", 0xF4},
    {"ograve", 0xF2},  {"ouml", 0xF6},     {"plusmn", 0xB1},
    {"pound", 0xA3},   {"quot", '"'},      {"raquo", 0xBB},
    {"rdquo", 0x201D}, {"reg", 0xAE},      {"rsquo", 0x2019},
    {"sect", 0xA7},    {"shy", 0xAD},      {"sup2", 0xB2},
    {"sup3", 0xB3},    {"thinsp", 0x2009}, {"times", 0xD7},
    {"trade", 0x2122}, {"uacute", 0xFA},   {"ucirc", 0xFB},
    {"ugrave", 0xF9},  {"uuml", 0xFC},     {"wcirc", 0x175},
    {"ycirc", 0x177},  {"yen", 0xA5},
};

/* White space, or what is no control character, surrogate or non-character
   (XML 1.0, production 2). */
static bool may_stand(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7F) ||
           (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= CHARACTER_MAX);
}

static uint32_t read_entity_number(struct str digits)
{
    const bool hex = digits.len > 0 && (digits.ptr[0] | 0x20) == 'x';
    const int base = hex ? 16 : 10;
    uint32_t c = 0;

    for (size_t i = hex; i < digits.len; i++) {
        const int d = hex_digit(digits.ptr[i]);

        if (d < 0 || d >= base)
            return 0;
        c = c * (uint32_t)base + (uint32_t)d;
        if (c > CHARACTER_MAX)
            return 0;
    }
    return may_stand(c) ? c : 0;
}

uint32_t entity_character(struct str reference)
{
    struct str name = str_from(reference, 1);

    if (name.len < 2 || reference.ptr[0] != '&' ||
        name.ptr[name.len - 1] != ';')
        return 0;
    name.len--;
    if (name.ptr[0] == '#')
        return read_entity_number(str_from(name, 1));
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_is(name, names[i].name))
            return names[i].character;
    }
    return 0;
}
