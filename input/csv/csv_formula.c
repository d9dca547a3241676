#include "input/csv/csv_formula.h"

#define QUOTE '"'

/* Instead of a length. */
#define FIELD_BROKEN SIZE_MAX     /* its marks are not as they should be */
#define FIELD_OPEN (SIZE_MAX - 1) /* its closing mark is on a later line */

static size_t skip_spaces(struct str text, size_t n, char delimiter)
{
    while (n < text.len && (text.ptr[n] == ' ' || text.ptr[n] == '\t') &&
           text.ptr[n] != delimiter)
        n++;
    return n;
}

/* Where the field of TEXT that begins with a mark, or with = and a mark, ends
   behind its closing mark; 0: it has none. */
static size_t marked_length(struct str text)
{
    size_t n = 1 + (text.ptr[0] != QUOTE);

    for (; n < text.len; n++) {
        if (text.ptr[n] != QUOTE)
            continue;
        if (n + 1 == text.len || text.ptr[n + 1] != QUOTE)
            return n + 1;
        n++;
    }
    return 0;
}

size_t csv_field_length(struct str text, char delimiter, bool *formula)
{
    const size_t from = skip_spaces(text, 0, delimiter);
    const struct str rest = str_from(text, from);
    size_t n = from;

    *formula = rest.len > 1 && rest.ptr[0] == '=' && rest.ptr[1] == QUOTE;
    if (*formula || (rest.len > 0 && rest.ptr[0] == QUOTE)) {
        n += marked_length(rest);
        if (n == from)
            return FIELD_OPEN;
        n = skip_spaces(text, n, delimiter);
        return n == text.len || text.ptr[n] == delimiter ? n : FIELD_BROKEN;
    }
    while (n < text.len && text.ptr[n] != delimiter) {
        if (text.ptr[n++] == QUOTE)
            return FIELD_BROKEN;
    }
    return n;
}

/* Whether the number of marks is odd, so that one has not found its pair. */
static bool is_odd(struct str text)
{
    bool odd = false;

    for (size_t i = 0; i < text.len; i++)
        odd ^= text.ptr[i] == QUOTE;
    return odd;
}

bool csv_has_formula(struct str text, char delimiter, bool *open)
{
    bool any = false;

    if (str_find_char(text, '=') == text.len) {
        *open = is_odd(text); /* as most are */
        return false;
    }
    for (;;) {
        bool formula;
        const size_t n = csv_field_length(text, delimiter, &formula);

        any |= formula;
        *open = n == FIELD_OPEN;
        if (n >= text.len)
            return any && n == text.len;
        text = str_from(text, n + 1);
    }
}
