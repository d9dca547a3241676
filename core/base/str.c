#include "core/base/str.h"

#include <string.h>

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

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
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

/* Without ASCII's spaces at both ends: a no-break space belongs to a word. */
static struct str trim_ascii(struct str s)
{
    while (s.len > 0 && is_space(s.ptr[0]))
        s = str_from(s, 1);
    while (s.len > 0 && is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

struct str str_cut_word(struct str *s)
{
    size_t end = 0;
    struct str word;

    *s = trim_ascii(*s);
    while (end < s->len && !is_space(s->ptr[end]))
        end++;
    word = str_to(*s, end);
    *s = trim_ascii(str_from(*s, end));
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

bool str_ends_alike(struct str s, struct str suffix)
{
    return suffix.len <= s.len &&
           str_starts_alike(str_from(s, s.len - suffix.len), suffix);
}
