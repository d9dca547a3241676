#include "input/table/heading_id.h"
#include "core/base/utf8.h"

#include <string.h>

static bool is_taken(struct str character, enum heading_letters letters,
                     bool first)
{
    const char c = character.ptr[0];
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

    if (letters == HEADING_LETTERS_ALL)
        return letter || digit || character.len > 1;
    return letter || (digit && !first);
}

struct str heading_id(struct str heading, enum heading_letters letters,
                      char id[HEADING_ID_MAX])
{
    size_t n = 0;

    while (heading.len > 0 && n < HEADING_ID_MAX) {
        const char *from = heading.ptr;
        struct str c = {from, 0};

        (void)utf8_next(&heading);
        c.len = (size_t)(heading.ptr - from);
        if (is_taken(c, letters, n == 0)) {
            if (n + c.len > HEADING_ID_MAX)
                break;
            memcpy(id + n, from, c.len);
            if (id[n] >= 'A' && id[n] <= 'Z')
                id[n] = (char)(id[n] - 'A' + 'a');
            n += c.len;
        } else if (n > 0 && id[n - 1] != '-') {
            id[n++] = '-';
        }
    }
    n -= n > 0 && id[n - 1] == '-';
    return (struct str){id, n};
}
