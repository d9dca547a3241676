#include "input/office/raised.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

uint32_t raised_sign(uint32_t c, bool lower)
{
    if (c < '0' || c > '9')
        return 0;
    if (lower)
        return 0x2080 + (c - '0');
    switch (c) {
    case '1': return 0xB9;
    case '2': return 0xB2;
    case '3': return 0xB3;
    default: return 0x2070 + (c - '0');
    }
}

void raised_put(struct buf *out, struct str text, bool lower)
{
    for (size_t i = 0; i < text.len; i++) {
        const uint32_t sign = raised_sign((unsigned char)text.ptr[i], lower);

        if (sign != 0)
            utf8_put(out, sign);
        else
            buf_char(out, text.ptr[i]);
    }
}

bool raised_is_letter(uint32_t c)
{
    return c != UTF8_BAD &&
           (is_ascii_letter((char)(c < 0x80 ? c : 0)) ||
            (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7));
}

static bool is_ordinal(struct str text, const struct wording *w)
{
    for (size_t i = 0; w != NULL && i < 31; i++) {
        const struct str ordinal = w->calendar.ordinals[i];

        if (ordinal.len == text.len && str_starts_alike(text, ordinal))
            return true;
    }
    return false;
}

bool raised_misleads(struct str text, const struct wording *wording)
{
    text = str_trim(text);
    if (is_ordinal(text, wording))
        return false;
    while (text.len > 0) {
        if (raised_is_letter(utf8_next(&text)))
            return true;
    }
    return false;
}

bool raised_marks_note(struct str before, struct str text)
{
    size_t letters = 0;
    size_t digits = 0;
    bool grouped = false;

    text = str_trim(text);
    if (text.len == 0 || text.len > 2 || !is_digit(text.ptr[0]) ||
        before.len == 0)
        return false;
    while (letters < before.len &&
           is_ascii_letter(before.ptr[before.len - 1 - letters]))
        letters++;
    while (digits < before.len &&
           (is_digit(before.ptr[before.len - 1 - digits]) ||
            before.ptr[before.len - 1 - digits] == ','))
        grouped |= before.ptr[before.len - 1 - digits++] == ',';
    if (letters > 0)
        return letters > 2;
    return grouped || digits > 2 || before.ptr[before.len - 1] == '.';
}
