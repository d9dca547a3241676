#include "core/base/ascii.h"
#include "core/base/fold.h"
#include "core/base/str.h"
#include "core/base/utf8.h"

#define SLIP_MIN 3 /* bytes of a word in which a letter may be wrong */
#define NEAREST_MAX                                                            \
    64 /* characters: longer words are never a slip of the hand */

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Spaces of Unicode, and what takes no room at all where nothing follows. */
static bool is_blank(uint32_t c)
{
    return utf8_is_space(c) || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

/* The bytes of the blank character at the head of S, which is beyond ASCII; 0:
   it is none. */
static size_t blank_length(struct str s)
{
    struct str rest = s;

    return is_blank(utf8_next(&rest)) ? s.len - rest.len : 0;
}

static struct str trim_start(struct str s)
{
    while (s.len > 0) {
        const bool ascii = (unsigned char)s.ptr[0] < 0x80;
        const size_t n = ascii ? is_space(s.ptr[0]) : blank_length(s);

        if (n == 0)
            break;
        s = str_from(s, n);
    }
    return s;
}

static struct str trim_end(struct str s)
{
    while (s.len > 0) {
        size_t n = 1;

        while (n < s.len && n < 4 && utf8_continues(s.ptr[s.len - n]))
            n++;
        if (n == 1 ? !is_space(s.ptr[s.len - 1])
                   : blank_length(str_from(s, s.len - n)) != n)
            break;
        s.len -= n;
    }
    return s;
}

struct str str_trim_ends(struct str s)
{
    return trim_end(trim_start(s));
}

static bool same_but_case(char a, char b)
{
    return a == b || (is_ascii_letter(a) && (a ^ b) == 'a' - 'A');
}

static bool is_ascii_at(struct str s, size_t at)
{
    return at < s.len && (unsigned char)s.ptr[at] < 0x80;
}

/* How many characters at the head of both are ASCII and the same, which folding
   leaves as they are. */
static size_t count_alike(struct str a, struct str b)
{
    size_t n = 0;

    while (is_ascii_at(a, n) && is_ascii_at(b, n) &&
           same_but_case(a.ptr[n], b.ptr[n]))
        n++;
    return n;
}

bool str_starts_folded(struct str s, struct str prefix, size_t *len)
{
    const size_t alike = count_alike(s, prefix);
    struct fold x;
    struct fold y;
    uint32_t c;

    if (is_ascii_at(s, alike) && is_ascii_at(prefix, alike))
        return false;
    fold_begin(&x, str_from(s, alike), FOLD_CHARACTERS);
    fold_begin(&y, str_from(prefix, alike), FOLD_CHARACTERS);
    do {
        *len = s.len - x.rest.len;
        c = fold_next(&y);
        if (c != FOLD_END && c != fold_next(&x))
            return false;
    } while (c != FOLD_END);
    return fold_is_between(&x);
}

bool str_starts_words(struct str s, struct str words)
{
    size_t len;
    struct str rest;

    if (words.len == 0 || !str_starts_folded(s, words, &len))
        return false;
    rest = str_from(s, len);
    return rest.len > 0 && !utf8_is_letter(utf8_next(&rest));
}

/* What next_letter() returns instead of one. */
#define NO_LETTER (-1)
#define NOT_ASCII (-2)

/* C, a byte of a text, where it counts when words are compared. */
static int letter_of(unsigned char c)
{
    if (c >= 0x80)
        return NOT_ASCII;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 'a';
    return (c >= 'a' && c <= 'z') || is_digit_character(c) || c == '%'
               ? c
               : NO_LETTER;
}

/* The next letter or digit in ASCII of S, from *AT on. */
static int next_letter(struct str s, size_t *at)
{
    int letter = NO_LETTER;

    while (letter == NO_LETTER && *at < s.len)
        letter = letter_of((unsigned char)s.ptr[(*at)++]);
    return letter;
}

/* What S begins with. */
static int first_letter(struct str s)
{
    return s.len == 0 ? NO_LETTER : letter_of((unsigned char)s.ptr[0]);
}

static bool same_letters(struct str a, struct str b)
{
    struct fold x;
    struct fold y;
    uint32_t c;

    fold_begin(&x, a, FOLD_LETTERS);
    fold_begin(&y, b, FOLD_LETTERS);
    do {
        c = fold_next(&x);
        if (c != fold_next(&y))
            return false;
    } while (c != FOLD_END);
    return true;
}

static bool same_words(struct str a, struct str b)
{
    size_t x_at = 0;
    size_t y_at = 0;
    int x;

    do {
        const int y = next_letter(b, &y_at);

        x = next_letter(a, &x_at);
        if (x == NOT_ASCII || y == NOT_ASCII)
            return same_letters(a, b);
        if (x != y)
            return false;
    } while (x != NO_LETTER);
    return true;
}

bool str_same_word(struct str a, struct str b)
{
    const int x = first_letter(a);
    const int y = first_letter(b);

    /* Most words differ in their first letter. */
    return (x == y || x < 0 || y < 0) && same_words(a, b);
}

/* --- signs that say something --- */

/* A walk over the signs of a text. */
struct signs {
    struct str rest;
    uint32_t before; /* the character before REST; ' ' at the beginning */
    size_t letters;  /* and digits, before REST */
};

/* A sign, and how many letters and digits stand before it; 0: none is left. */
struct sign {
    uint32_t sign;
    size_t letters;
};

#define BETWEEN_DIGITS '/' /* any sign that parts two numbers */

static bool is_dash(uint32_t c)
{
    return c == '-' || c == UTF8_MINUS || (c >= 0x2010 && c <= 0x2015);
}

/* Of any text that is compared, whatever stands around it. */
static bool always_says(uint32_t c)
{
    return c == '+' || c == '<' || c == '>' || c == '=' || c == '#' ||
           c == '~' || c == '^' || c == 0xB1 || utf8_is_currency(c) ||
           (c >= 0x2190 && c <= 0x22FF && c != UTF8_MINUS); /* arrows, maths */
}

/* What C says between BEFORE and AFTER; 0: nothing. */
static uint32_t said_by(uint32_t before, uint32_t c, uint32_t after)
{
    const bool digits = is_digit_character(before) && is_digit_character(after);

    if (always_says(c))
        return c;
    if (digits && c == '.')
        return c;
    if (digits && c != ',')
        return BETWEEN_DIGITS;
    if (!is_dash(c))
        return 0;
    if (utf8_is_space(before) && is_digit_character(after))
        return '-';                                                  /* -5 */
    return !utf8_is_space(before) && utf8_is_space(after) ? '-' : 0; /* A- */
}

static struct sign next_sign(struct signs *s)
{
    while (s->rest.len > 0) {
        const uint32_t c = utf8_next(&s->rest);
        const uint32_t before = s->before;
        struct str rest = s->rest;
        const uint32_t after = rest.len > 0 ? utf8_next(&rest) : ' ';
        uint32_t sign;

        s->before = c;
        if (utf8_is_letter(c) || is_digit_character(c)) {
            s->letters++;
            continue;
        }
        sign = said_by(before, c, after);
        if (sign != 0)
            return (struct sign){sign, s->letters};
    }
    return (struct sign){0, 0};
}

/* The next thing that SIGN hears in *S, behind *BEFORE; 0 at its end. */
static uint32_t next_heard(struct str *s, uint32_t *before, str_sign *sign)
{
    uint32_t heard = 0;

    while (s->len > 0 && heard == 0) {
        const uint32_t c = utf8_next(s);
        struct str rest = *s;

        heard = sign(*before, c, rest.len > 0 ? utf8_next(&rest) : 0);
        *before = c;
    }
    return heard;
}

bool str_same_signs(struct str a, struct str b, str_sign *sign)
{
    uint32_t before_a = ' ';
    uint32_t before_b = ' ';
    uint32_t heard;

    do {
        heard = next_heard(&a, &before_a, sign);
        if (heard != next_heard(&b, &before_b, sign))
            return false;
    } while (heard != 0);
    return true;
}

/* Of texts without letters and digits each character counts; dashes are one. */
static uint32_t any_mark(uint32_t before, uint32_t c, uint32_t after)
{
    (void)before;
    (void)after;
    if (utf8_is_space(c))
        return 0;
    return is_dash(c) ? '-' : c;
}

static bool has_letters(struct str s)
{
    while (s.len > 0) {
        const uint32_t c = utf8_next(&s);

        if (utf8_is_letter(c) || is_digit_character(c))
            return true;
    }
    return false;
}

bool str_same_text(struct str a, struct str b)
{
    struct signs x = {a, ' ', 0};
    struct signs y = {b, ' ', 0};
    struct sign p;
    struct sign q;

    if (str_eq(a, b))
        return true;
    if (!str_same_word(a, b))
        return false;
    if (!has_letters(a))
        return str_same_signs(a, b, any_mark);
    do {
        p = next_sign(&x);
        q = next_sign(&y);
        if (p.sign != q.sign || p.letters != q.letters)
            return false;
    } while (p.sign != 0);
    return true;
}

/* FNV-1a, and at the end the finalizer of SplitMix64, since tables use the low
   bits. */
#define FNV_PRIME UINT64_C(0x100000001b3)

static uint64_t hash_step(uint64_t h, uint32_t c)
{
    return (h ^ c) * FNV_PRIME;
}

static uint64_t hash_end(uint64_t h)
{
    h = (h ^ (h >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    h = (h ^ (h >> 27)) * UINT64_C(0x94d049bb133111eb);
    return h ^ (h >> 31);
}

uint64_t str_hash(struct str s, uint64_t seed)
{
    uint64_t h = seed;

    for (size_t i = 0; i < s.len; i++)
        h = hash_step(h, (unsigned char)s.ptr[i]);
    return hash_end(h);
}

uint64_t str_word_hash(struct str s, uint64_t seed)
{
    uint64_t h = seed;
    struct fold f;

    fold_begin(&f, s, FOLD_LETTERS);
    for (uint32_t c = fold_next(&f); c != FOLD_END; c = fold_next(&f))
        h = hash_step(h, c);
    return hash_end(h);
}

uint64_t str_text_hash(struct str s, uint64_t seed)
{
    struct signs x = {s, ' ', 0};
    uint64_t h = str_word_hash(s, seed);

    for (struct sign p = next_sign(&x); p.sign != 0; p = next_sign(&x))
        h = hash_step(hash_step(h, p.sign), (uint32_t)p.letters);
    return hash_end(h);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* A word that is looked for by its characters. */
struct folded {
    uint32_t list[NEAREST_MAX];
    size_t count; /* beyond NEAREST_MAX: longer than that */
};

static void fold_word(struct str s, struct folded *word)
{
    struct fold f;

    fold_begin(&f, s, FOLD_CHARACTERS);
    word->count = 0;
    for (uint32_t c = fold_next(&f); c != FOLD_END; c = fold_next(&f)) {
        if (word->count == NEAREST_MAX) {
            word->count++;
            return;
        }
        word->list[word->count++] = c;
    }
}

/* How many letters are wrong, missing, too many, or exchanged with their
   neighbour (optimal string alignment). Both at most NEAREST_MAX. */
static size_t distance(const struct folded *a, const struct folded *b)
{
    size_t rows[3][NEAREST_MAX + 1];

    for (size_t j = 0; j <= b->count; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i - 1) % 3];
        const size_t *two_above = rows[(i + 1) % 3];
        const uint32_t x = a->list[i - 1];

        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            const uint32_t y = b->list[j - 1];

            row[j] =
                least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == b->list[j - 2] && y == a->list[i - 2])
                row[j] = least(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a->count % 3][b->count];
}

int str_nearest(struct str s, const struct str *words, size_t nwords)
{
    size_t best = NEAREST_MAX;
    struct folded wanted;
    int found = -1;

    fold_word(s, &wanted);
    if (wanted.count > NEAREST_MAX)
        return -1;
    for (size_t i = 0; i < nwords; i++) {
        struct folded word;
        size_t d;

        fold_word(words[i], &word);
        if (word.count > NEAREST_MAX)
            continue;
        d = distance(&wanted, &word);
        if (d < best &&
            d * 3 <=
                (wanted.count > word.count ? wanted.count : word.count) + 1) {
            best = d;
            found = (int)i;
        }
    }
    return found;
}

bool str_is_slip(struct str s, struct str meant)
{
    while (s.len > 0 && meant.len > 0) {
        const struct str a = str_cut(&s, ' ');
        const struct str b = str_cut(&meant, ' ');

        if (str_same_word(a, b))
            continue;
        if (a.len < SLIP_MIN || b.len < SLIP_MIN ||
            !str_starts_alike(a, str_to(b, 1)) || str_nearest(a, &b, 1) != 0)
            return false;
    }
    return s.len == 0 && meant.len == 0;
}
