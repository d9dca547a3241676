#include "core/base/fold.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <utf8proc.h>

#define ROOM 16 /* more than one character becomes */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || is_digit(c);
}

static bool is_mark(uint32_t c)
{
    return utf8proc_get_property((int32_t)c)->combining_class != 0;
}

static bool is_percent(uint32_t c)
{
    return c == '%' || c == 0x66A || c == 0xFE6A || c == 0xFF05;
}

static bool is_dash(uint32_t c)
{
    return c == 0x2212 || utf8proc_category((int32_t)c) == UTF8PROC_CATEGORY_PD;
}

/* Quotation marks, primes, accents without a letter, and the apostrophes that
   Unicode counts as letters. */
static bool is_quotation_mark(uint32_t c)
{
    const utf8proc_category_t category = utf8proc_category((int32_t)c);

    return category == UTF8PROC_CATEGORY_PI ||
           category == UTF8PROC_CATEGORY_PF || (c >= 0x2B9 && c <= 0x2BF) ||
           (c >= 0x2032 && c <= 0x2037) || c == 0xB4 || c == 0x201A ||
           c == 0x201E;
}

static bool is_space(uint32_t c)
{
    const utf8proc_category_t category = utf8proc_category((int32_t)c);

    return category == UTF8PROC_CATEGORY_ZS ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

/* Signs beyond ASCII that no name is told apart by. Per mille and the like
   are no per cent. */
static bool is_left_out(uint32_t c)
{
    switch (utf8proc_category((int32_t)c)) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PO: return c != 0x2030 && c != 0x2031;
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF: return true;
    default: return is_space(c) || is_dash(c) || is_quotation_mark(c);
    }
}

/* What C, folded and decomposed, counts as; FOLD_END: not at all. */
static uint32_t counted(enum fold_kind kind, uint32_t c)
{
    if (is_percent(c))
        return '%';
    if (kind == FOLD_LETTERS) {
        const bool left_out =
            c < 0x80 ? !is_letter_or_digit((char)c) : is_left_out(c);

        return left_out ? FOLD_END : c;
    }
    return c < 0x80               ? c
           : is_dash(c)           ? '-'
           : is_space(c)          ? ' '
           : is_quotation_mark(c) ? '\''
                                  : c;
}

/* Puts what C becomes behind what waits. */
static void put(struct fold *f, uint32_t c)
{
    const utf8proc_option_t options =
        UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    int32_t made[ROOM];
    int boundary = 0;
    const utf8proc_ssize_t n =
        utf8proc_decompose_char((int32_t)c, made, ROOM, options, &boundary);

    for (utf8proc_ssize_t i = 0; i < n && i < ROOM; i++) {
        const uint32_t as = counted(f->kind, (uint32_t)made[i]);

        if (as != FOLD_END)
            f->list[f->waiting++] = as;
    }
}

/* Marks above and below a letter in the order of their classes, however they
   were typed. */
static void sort_marks(struct fold *f)
{
    for (size_t i = 1; i < f->waiting; i++) {
        const uint32_t c = f->list[i];
        const int class = utf8proc_get_property((int32_t)c)->combining_class;
        size_t to = i;

        while (
            class != 0 && to > 0 &&
            utf8proc_get_property((int32_t)f->list[to - 1])->combining_class >
                class) {
            f->list[to] = f->list[to - 1];
            to--;
        }
        f->list[to] = c;
    }
}

static bool mark_follows(const struct fold *f)
{
    struct str rest = f->rest;
    uint32_t c;

    if (rest.len == 0 || (unsigned char)rest.ptr[0] < 0x80)
        return false;
    c = utf8_next(&rest);
    return c != UTF8_BAD && is_mark(c);
}

/* Takes a character beyond ASCII, with the marks after it. */
static void take(struct fold *f)
{
    const unsigned char byte = (unsigned char)f->rest.ptr[0];
    uint32_t c = utf8_next(&f->rest);

    f->taken = 0;
    f->waiting = 0;
    if (c == UTF8_BAD) {
        f->list[f->waiting++] = FOLD_BAD_BYTES + byte;
        return;
    }
    put(f, c);
    while (f->waiting + ROOM <= FOLD_WAITING && mark_follows(f)) {
        c = utf8_next(&f->rest);
        put(f, c);
    }
    sort_marks(f);
}

void fold_begin(struct fold *f, struct str text, enum fold_kind kind)
{
    f->rest = text;
    f->kind = kind;
    f->taken = 0;
    f->waiting = 0; /* the list is not cleared: that would cost more than most
                       names */
}

uint32_t fold_next(struct fold *f)
{
    while (f->taken == f->waiting && f->rest.len > 0) {
        const char c = lower(f->rest.ptr[0]);

        if ((unsigned char)c >= 0x80) {
            take(f);
            continue;
        }
        f->rest = str_from(f->rest, 1);
        if (f->kind == FOLD_CHARACTERS || is_letter_or_digit(c) || c == '%')
            return (unsigned char)c;
    }
    return f->taken < f->waiting ? f->list[f->taken++] : FOLD_END;
}

bool fold_is_between(const struct fold *f)
{
    return f->taken == f->waiting && !mark_follows(f);
}
