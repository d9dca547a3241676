#include "output/font/bidi.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"

#include <fribidi.h>

bool bidi_is_needed(struct str text)
{
    if (utf8_is_ascii(text))
        return false;
    while (text.len > 0) {
        FriBidiCharType type;
        uint32_t c;

        /* U+0590 begins with 0xD6; no letter of Latin or Greek does. */
        if ((unsigned char)text.ptr[0] < 0xD6) {
            text = str_from(text, 1);
            continue;
        }
        c = utf8_next(&text);
        type = c == UTF8_BAD ? FRIBIDI_TYPE_ON : fribidi_get_bidi_type(c);
        if (FRIBIDI_IS_RTL(type) || type == FRIBIDI_TYPE_AN)
            return true;
    }
    return false;
}

/* A paragraph of N characters, all in memory of one piece. */
struct paragraph {
    FriBidiChar *characters;
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
    FriBidiStrIndex n;
};

static void *open_paragraph(struct paragraph *p, size_t n)
{
    char *memory =
        mem_zalloc(n, sizeof(FriBidiChar) + sizeof(FriBidiCharType) +
                          sizeof(FriBidiBracketType) + sizeof(FriBidiLevel));

    if (memory == NULL)
        return NULL;
    p->characters = (void *)memory;
    p->types = (void *)(p->characters + n);
    p->brackets = (void *)(p->types + n);
    p->levels = (void *)(p->brackets + n);
    p->n = (FriBidiStrIndex)n;
    return memory;
}

static bool find_levels(const struct paragraph *p)
{
    FriBidiParType base = FRIBIDI_PAR_LTR;

    fribidi_get_bidi_types(p->characters, p->n, p->types);
    fribidi_get_bracket_types(p->characters, p->n, p->types, p->brackets);
    return fribidi_get_par_embedding_levels_ex(p->types, p->brackets, p->n,
                                               &base, p->levels) != 0;
}

/* One paragraph, without its line end. */
static bool paragraph_levels(struct str text, uint8_t *levels)
{
    struct paragraph p;
    struct str rest = text;
    void *memory;
    bool found;

    if (text.len == 0)
        return true;
    if (text.len > INT32_MAX / 2)
        return false;
    memory = open_paragraph(&p, utf8_count(text));
    if (memory == NULL)
        return false;
    for (FriBidiStrIndex i = 0; i < p.n; i++) {
        const uint32_t c = utf8_next(&rest);

        p.characters[i] = c == UTF8_BAD ? 0xFFFD : c;
    }
    found = find_levels(&p);
    rest = text;
    for (FriBidiStrIndex i = 0; i < p.n && found; i++) {
        const size_t at = text.len - rest.len;

        (void)utf8_next(&rest);
        for (size_t byte = at; byte < text.len - rest.len; byte++)
            levels[byte] = p.levels[i] < 0 ? 0 : (uint8_t)p.levels[i];
    }
    mem_free(memory);
    return found;
}

bool bidi_levels(struct str text, uint8_t *levels)
{
    while (text.len > 0) {
        const size_t len = str_find_char(text, '\n');

        if (!paragraph_levels(str_to(text, len), levels))
            return false;
        levels += len;
        text = str_from(text, len);
        if (text.len == 0)
            break;
        *levels++ = 0;
        text = str_from(text, 1);
    }
    return true;
}

static void reverse(uint32_t *order, size_t from, size_t to)
{
    while (from + 1 < to) {
        const uint32_t first = order[from];

        order[from++] = order[--to];
        order[to] = first;
    }
}

void bidi_order(const uint8_t *levels, uint32_t *order, size_t n)
{
    uint8_t highest = 0;

    for (size_t i = 0; i < n; i++) {
        order[i] = (uint32_t)i;
        highest = levels[i] > highest ? levels[i] : highest;
    }
    /* Each turn reverses whole rows of what the turns before have left in its
       row, so that the levels of a row are looked up by its old places. */
    for (uint8_t level = highest; level > 0; level--) {
        size_t from = 0;

        while (from < n) {
            size_t to = from;

            while (to < n && levels[to] >= level)
                to++;
            reverse(order, from, to);
            from = to + 1;
        }
    }
}

size_t bidi_same_level(const uint8_t *levels, size_t len)
{
    size_t n = 1;

    while (n < len && levels[n] == levels[0])
        n++;
    return n;
}
