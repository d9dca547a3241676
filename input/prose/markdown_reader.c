#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/prose/markdown_parts.h"
#include "input/text/entity.h"

/*
 * md4c gives no places, but most texts are parts of its input. Others (an
 * entity, what has no text) get the place known last. A text that is not a
 * part of its source, such as a cell's, has one place.
 */
void markdown_move_to(struct markdown *r, const char *p)
{
    const struct source *source = r->prose.at.source;
    const char *end = r->input.ptr + r->input.len;

    if (source == NULL || source->kind != SOURCE_TEXT ||
        (uintptr_t)p < (uintptr_t)r->seen || (uintptr_t)p > (uintptr_t)end)
        return;
    for (; r->seen < p; r->seen++) {
        const char c = *r->seen;

        if (c == '\n' ||
            (c == '\r' && r->seen + 1 < end && r->seen[1] != '\n')) {
            r->prose.at.line++;
            r->prose.at.column = 1;
        } else if (c != '\r' && (c & 0xC0) != 0x80) {
            r->prose.at.column++;
        }
    }
}

struct place markdown_place_ahead(struct markdown *r, const char *p)
{
    const char *seen = r->seen;
    const struct place at = r->prose.at;
    struct place found;

    if (r->ahead != NULL && r->ahead >= seen &&
        (uintptr_t)p >= (uintptr_t)r->ahead &&
        (uintptr_t)p <= (uintptr_t)(r->input.ptr + r->input.len)) {
        r->seen = r->ahead; /* of many in a line each goes on from the last */
        r->prose.at = r->ahead_at;
    }
    markdown_move_to(r, p);
    found = r->prose.at;
    r->ahead = r->seen;
    r->ahead_at = found;
    r->seen = seen;
    r->prose.at = at;
    return found;
}

/* To what comes next: for blocks that have no text. */
void markdown_move_over_space(struct markdown *r)
{
    const char *end = r->input.ptr + r->input.len;
    const char *p = r->seen;

    while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
        p++;
    if (p < end)
        markdown_move_to(r, p);
}

void markdown_move_to_number(struct markdown *r, unsigned first, char mark)
{
    const char *end = r->input.ptr + r->input.len;
    bool at_start = true;

    for (const char *p = r->seen; p < end; p++) {
        struct str rest = {p, (size_t)(end - p)};
        unsigned number = 0;

        while (at_start && rest.len > 0 && is_digit(rest.ptr[0]) &&
               number <= first) {
            number = number * 10 + (unsigned)(rest.ptr[0] - '0');
            rest = str_from(rest, 1);
        }
        if (rest.ptr > p && number == first && rest.len > 0 &&
            rest.ptr[0] == mark) {
            markdown_move_to(r, p);
            return;
        }
        at_start = *p == '\n' || *p == '\r' ||
                   (at_start && (*p == ' ' || *p == '\t' || *p == '>' ||
                                 *p == '-' || *p == '*' || *p == '+'));
    }
    markdown_move_over_space(r);
}

struct str markdown_as_written(const struct markdown *r, struct str text)
{
    const uintptr_t begin = (uintptr_t)r->input.ptr;
    const uintptr_t at = (uintptr_t)text.ptr;

    if (text.len == 0 || at < begin || at - begin > r->input.len ||
        r->input.len - (at - begin) < text.len)
        return text; /* of the parser's own */
    return (struct str){r->written + (at - begin), text.len};
}

void markdown_refuse_now(struct markdown *r)
{
    if (r->refused == NULL)
        return;
    finding(r->prose.findings, FINDING_BAD_ELEMENT, r->prose.at,
            "%s is not taken in prose", r->refused);
    if (r->refused_hint != NULL)
        finding_hint(r->prose.findings, "%s", r->refused_hint);
    r->refused = NULL;
    r->refused_hint = NULL;
}

void markdown_refuse(struct markdown *r, const char *what, const char *hint)
{
    r->refused = what;
    r->refused_hint = hint;
    r->skipping++;
}

void markdown_end_refused(struct markdown *r)
{
    if (r->refused != NULL)
        markdown_move_over_space(r);
    markdown_refuse_now(r);
    r->skipping--;
}

struct str markdown_attribute(struct markdown *r, const MD_ATTRIBUTE *a)
{
    const size_t room = (size_t)a->size + 1;
    struct buf out;

    buf_init(&out, room * 4);
    for (size_t i = 0; a->size > 0 && a->substr_offsets[i] < a->size; i++) {
        const MD_OFFSET from = a->substr_offsets[i];
        const struct str part = {a->text + from,
                                 a->substr_offsets[i + 1] - from};
        const uint32_t c =
            a->substr_types[i] == MD_TEXT_ENTITY ? entity_character(part) : 0;

        if (c != 0)
            utf8_put(&out, c);
        else
            buf_str(&out, markdown_as_written(r, part));
    }
    return arena_take(r->prose.arena, &out);
}
