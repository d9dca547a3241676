#include "core/base/compose.h"
#include "core/base/utf8.h"

#include <utf8proc.h>

#define MARKS_MAX 30
/* A letter and its marks become so many characters: each mark at most three. */
#define PIECE_MAX (4 * (MARKS_MAX + 2))
#define FIRST_MARK 0x300U /* below it nothing combines */

/* Vowels and final consonants of Hangul, which combine though they are no
   marks. */
static bool is_jamo(uint32_t c)
{
    return c >= 0x1160 && c <= 0x11FF;
}

bool compose_continues(uint32_t c)
{
    return c >= FIRST_MARK && (utf8_is_mark(c) || is_jamo(c));
}

static bool is_hangul(uint32_t c)
{
    return c >= 0xAC00 && c <= 0xD7A3;
}

/* Whether C might be another character in form C. */
static bool is_settled(uint32_t c)
{
    const utf8proc_property_t *p;

    if (c < FIRST_MARK || is_hangul(c))
        return true;
    p = utf8proc_get_property((int32_t)c);
    return p->decomp_type != 0 || p->decomp_seqindex == UINT16_MAX;
}

uint32_t compose_base(uint32_t c)
{
    int32_t made[PIECE_MAX];
    int boundary = 0;

    if (c < 0xC0 || c == UTF8_BAD)
        return c;
    if (utf8proc_decompose_char((int32_t)c, made, PIECE_MAX, UTF8PROC_DECOMPOSE,
                                &boundary) < 1)
        return c;
    return (uint32_t)made[0];
}

/* A letter with the marks on it, at the head of TEXT, which is cut off. */
static struct str cut_piece(struct str *text, bool *settled)
{
    struct str rest = *text;
    const struct str all = *text;
    size_t marks = 0;
    const uint32_t first = utf8_next(&rest);

    *settled = first == UTF8_BAD || is_settled(first);
    while (first != UTF8_BAD && rest.len > 0 && marks < MARKS_MAX) {
        struct str next = rest;
        const uint32_t c = utf8_next(&next);

        if (c == UTF8_BAD || !compose_continues(c))
            break;
        *settled = false;
        rest = next;
        marks++;
    }
    *text = rest;
    return str_to(all, all.len - rest.len);
}

static void put(struct buf *out, struct str piece, utf8proc_option_t form)
{
    const utf8proc_option_t options = UTF8PROC_STABLE | form;
    int32_t made[PIECE_MAX];
    utf8proc_ssize_t n = utf8proc_decompose((const uint8_t *)piece.ptr,
                                            (utf8proc_ssize_t)piece.len, made,
                                            PIECE_MAX, options);

    if (n >= 0 && n <= PIECE_MAX)
        n = utf8proc_normalize_utf32(made, n, options);
    if (n < 0 || n > PIECE_MAX) {
        buf_str(out, piece);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < n; i++)
        utf8_put(out, (uint32_t)made[i]);
}

void compose(struct buf *out, struct str text)
{
    while (text.len > 0) {
        bool settled;
        const struct str piece = cut_piece(&text, &settled);

        if (settled)
            buf_str(out, piece);
        else
            put(out, piece, UTF8PROC_COMPOSE);
    }
}

void decompose(struct buf *out, struct str text)
{
    while (text.len > 0) {
        bool settled;
        const struct str piece = cut_piece(&text, &settled);

        put(out, piece, UTF8PROC_DECOMPOSE);
    }
}
