/* Lines of the text, as a person sees them. */
#include "input/prose/markdown_parts.h"

struct str markdown_line_at(struct str input, size_t at)
{
    size_t end = at;

    while (at > 0 && input.ptr[at - 1] != '\n' && input.ptr[at - 1] != '\r')
        at--;
    while (end < input.len && input.ptr[end] != '\n' && input.ptr[end] != '\r')
        end++;
    return (struct str){input.ptr + at, end - at};
}

struct str markdown_line_seen(const struct markdown *r)
{
    return markdown_line_at(r->input, (size_t)(r->seen - r->input.ptr));
}

struct str markdown_words_of(struct str line)
{
    line = str_trim(line);
    while (str_starts(line, STR_LIT(">")))
        line = str_trim(str_from(line, 1));
    return line;
}

struct str markdown_next_line(struct str input, struct str line)
{
    size_t at = (size_t)(line.ptr - input.ptr) + line.len;

    if (at + 1 < input.len && input.ptr[at] == '\r' &&
        input.ptr[at + 1] == '\n')
        at++;
    return at + 1 < input.len ? markdown_line_at(input, at + 1)
                              : (struct str){NULL, 0};
}

struct str markdown_line_before(struct str input, struct str line)
{
    size_t at = (size_t)(line.ptr - input.ptr);

    if (at == 0)
        return (struct str){NULL, 0};
    at--;
    if (at > 0 && input.ptr[at] == '\n' && input.ptr[at - 1] == '\r')
        at--;
    return markdown_line_at(input, at);
}
