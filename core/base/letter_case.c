#include "core/base/letter_case.h"
#include "core/base/buf.h"
#include "core/base/utf8.h"

#include <utf8proc.h>

/* ß has a capital that nobody writes. */
static uint32_t upper_letter(uint32_t c)
{
    return c == 0xDF ? c : (uint32_t)utf8proc_toupper((int32_t)c);
}

static uint32_t lower_letter(uint32_t c)
{
    return (uint32_t)utf8proc_tolower((int32_t)c);
}

/* The first MOST letters of TEXT as CHANGE has them. */
static struct str case_changed(struct arena *a, struct str text, size_t most,
                               uint32_t (*change)(uint32_t c))
{
    struct str rest = text;
    struct buf b;

    buf_init(&b, a->limit);
    while (rest.len > 0 && most > 0) {
        const struct str before = rest;
        const uint32_t c = utf8_next(&rest);

        if (change(c) == c)
            buf_add(&b, before.ptr, before.len - rest.len);
        else
            utf8_put(&b, change(c));
        most--;
    }
    buf_str(&b, rest);
    return arena_take(a, &b);
}

struct str letters_lower(struct arena *a, struct str text)
{
    return case_changed(a, text, text.len, lower_letter);
}

struct str letters_upper(struct arena *a, struct str text)
{
    return case_changed(a, text, text.len, upper_letter);
}

struct str letters_capital(struct arena *a, struct str text)
{
    return case_changed(a, text, 1, upper_letter);
}
