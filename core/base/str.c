#include "core/base/str.h"

#include <string.h>

#define NEAREST_MAX 64 /* longer words are never a slip of the hand */

struct str str_of(const char *cstr)
{
    return (struct str){cstr, cstr == NULL ? 0 : strlen(cstr)};
}

bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool str_is(struct str a, const char *cstr)
{
    return str_eq(a, str_of(cstr));
}

int str_cmp(struct str a, struct str b)
{
    const size_t n = a.len < b.len ? a.len : b.len;
    const int c = n == 0 ? 0 : memcmp(a.ptr, b.ptr, n);

    return c != 0 ? c : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_eq(str_to(s, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len &&
           str_eq(str_from(s, s.len - suffix.len), suffix);
}

struct str str_from(struct str s, size_t start)
{
    const size_t cut = start < s.len ? start : s.len;

    /* NULL stays NULL: nothing may be added to it, not even 0. */
    return cut == 0 ? s : (struct str){s.ptr + cut, s.len - cut};
}

struct str str_to(struct str s, size_t end)
{
    return (struct str){s.ptr, end < s.len ? end : s.len};
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
    while (s.len > 0 && is_space(s.ptr[0]))
        s = str_from(s, 1);
    while (s.len > 0 && is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

size_t str_find(struct str s, struct str needle)
{
    size_t at = 0;

    while (needle.len > 0 && at < s.len) {
        at += str_find_char(str_from(s, at), needle.ptr[0]);
        if (str_starts(str_from(s, at), needle))
            break;
        at += at < s.len;
    }
    return at;
}

size_t str_find_char(struct str s, char c)
{
    const char *p = s.len == 0 ? NULL : memchr(s.ptr, c, s.len);

    return p == NULL ? s.len : (size_t)(p - s.ptr);
}

struct str str_cut(struct str *s, char sep)
{
    const size_t at = str_find_char(*s, sep);
    const struct str head = str_to(*s, at);

    *s = str_from(*s, at + 1);
    return head;
}

struct str str_cut_word(struct str *s)
{
    size_t end = 0;
    struct str word;

    *s = str_trim(*s);
    while (end < s->len && !is_space(s->ptr[end]))
        end++;
    word = str_to(*s, end);
    *s = str_trim(str_from(*s, end));
    return word;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool str_starts_alike(struct str s, struct str prefix)
{
    size_t i = 0;

    if (prefix.len > s.len)
        return false;
    while (i < prefix.len && lower(s.ptr[i]) == lower(prefix.ptr[i]))
        i++;
    return i == prefix.len;
}

/* The next character that counts when words are compared, or -1. */
static int next_letter(struct str *s)
{
    while (s->len > 0) {
        const unsigned char c = (unsigned char)s->ptr[0];

        *s = str_from(*s, 1);
        if (c >= 'A' && c <= 'Z')
            return c - 'A' + 'a';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80 ||
            c == '%')
            return c;
    }
    return -1;
}

bool str_same_word(struct str a, struct str b)
{
    int x;

    do {
        x = next_letter(&a);
        if (x != next_letter(&b))
            return false;
    } while (x != -1);
    return true;
}

/* FNV-1a, and at the end the finalizer of SplitMix64, since tables use the low
   bits. */
#define FNV_PRIME UINT64_C(0x100000001b3)

static uint64_t hash_step(uint64_t h, int c)
{
    return (h ^ (uint64_t)c) * FNV_PRIME;
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

    for (int c = next_letter(&s); c != -1; c = next_letter(&s))
        h = hash_step(h, c);
    return hash_end(h);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How many letters are wrong, missing, too many, or exchanged with their
   neighbour (optimal string alignment). Both at most NEAREST_MAX. */
static size_t distance(struct str a, struct str b)
{
    size_t rows[3][NEAREST_MAX + 1];

    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i - 1) % 3];
        const size_t *two_above = rows[(i + 1) % 3];
        const char x = lower(a.ptr[i - 1]);

        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            const char y = lower(b.ptr[j - 1]);

            row[j] =
                least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == lower(b.ptr[j - 2]) &&
                y == lower(a.ptr[i - 2]))
                row[j] = least(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

int str_nearest(struct str s, const struct str *words, size_t nwords)
{
    size_t best = NEAREST_MAX;
    int found = -1;

    if (s.len > NEAREST_MAX)
        return -1;
    for (size_t i = 0; i < nwords; i++) {
        const size_t longer = s.len > words[i].len ? s.len : words[i].len;
        size_t d;

        if (words[i].len > NEAREST_MAX)
            continue;
        d = distance(s, words[i]);
        if (d < best && d * 3 <= longer + 1) {
            best = d;
            found = (int)i;
        }
    }
    return found;
}
