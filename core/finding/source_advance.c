#include "core/base/ascii.h"
#include "core/base/compose.h"
#include "core/base/utf8.h"
#include "core/finding/source.h"

#define REFERENCE_MAX 12 /* bytes of &#x10FFFF; and of the named ones */

/*
 * A walk through the source beside a text that was read from it. The text is
 * what is left of the source when mark-up is taken away, so it is followed as
 * a subsequence: what does not match is mark-up.
 */
struct markup_walk {
    struct str source; /* what is left of it */
    struct place at;   /* of its head */
};

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void step(struct markup_walk *w)
{
    const uint32_t c = utf8_next(&w->source);

    if (c == '\r' && w->source.len > 0 && w->source.ptr[0] == '\n')
        (void)utf8_next(&w->source);
    if (c == '\n' || c == '\r') {
        w->at.line++;
        w->at.column = 1;
    } else {
        w->at.column++;
    }
}

static void skip(struct markup_walk *w, size_t bytes)
{
    const size_t end = w->source.len - bytes;

    while (w->source.len > end)
        step(w);
}

static void skip_space(struct markup_walk *w)
{
    while (w->source.len > 0 && is_space(w->source.ptr[0]))
        step(w);
}

/* The length of the reference at the head, such as &amp; or 0. */
static size_t reference_length(struct str s)
{
    const size_t end = str_find_char(str_to(s, REFERENCE_MAX), ';');

    if (s.len == 0 || s.ptr[0] != '&' || end >= s.len || end < 2 ||
        end >= REFERENCE_MAX)
        return 0;
    for (size_t i = 0; i < end; i++) {
        if (is_space(s.ptr[i]))
            return 0;
    }
    return end + 1;
}

/* The number of the reference at the head of S, such as &#x2028; UTF8_BAD:
   there is none. */
static uint32_t reference_number(struct str s)
{
    const struct str digits = str_to(s, reference_length(s));
    const bool hex = digits.len > 2 && (digits.ptr[2] == 'x');
    uint32_t c = 0;

    if (digits.len < 4 || digits.ptr[1] != '#')
        return UTF8_BAD;
    for (size_t i = hex ? 3 : 2; i + 1 < digits.len; i++) {
        const int digit = hex_digit(digits.ptr[i]);

        if (digit < 0 || digit >= (hex ? 16 : 10))
            return UTF8_BAD;
        c = c * (hex ? 16 : 10) + (uint32_t)digit; /* of at most nine digits */
    }
    return c;
}

/* The length of the letter BASE as it stands at the head, alone or with an
   accent, or 0. A reference by name may stand for any letter. */
static size_t match_length(struct str source, uint32_t base)
{
    const size_t reference = reference_length(source);
    const uint32_t number = reference_number(source);
    struct str rest = source;

    if (number != UTF8_BAD)
        return compose_base(number) == base ? reference : 0;
    if (reference > 0)
        return reference;
    return compose_base(utf8_next(&rest)) == base ? source.len - rest.len : 0;
}

/* To where the letter BASE of the text stands; false when nowhere. */
static bool find(struct markup_walk *w, uint32_t base)
{
    for (skip_space(w); w->source.len > 0; skip_space(w)) {
        if (match_length(w->source, base) > 0)
            return true;
        if (w->source.ptr[0] == '<')
            skip(w, str_find_char(w->source, '>'));
        if (w->source.len > 0)
            step(w);
    }
    return false;
}

/* The rest of the source's text from AT on. */
static bool begin(struct markup_walk *w, struct place at,
                  struct source_cursor *cursor)
{
    struct position found;

    if (at.source == NULL || at.source->kind != SOURCE_TEXT || at.column == 0)
        return false;
    source_locate_next(cursor, at, &found);
    if (found.mark.ptr == NULL)
        return false;
    *w = (struct markup_walk){
        .source = str_from(at.source->text,
                           (size_t)(found.mark.ptr - at.source->text.ptr)),
        .at = {at.source, found.line, found.column},
    };
    return true;
}

/*
 * The text is in normalization form C, the source as it was typed: both are
 * followed by their letters, and the marks on these passed over.
 */
static struct source_walk walk_from(struct source_cursor *cursor,
                                    struct place at, struct str text)
{
    struct markup_walk w;

    if (!begin(&w, at, cursor))
        return (struct source_walk){.from = at};
    return (struct source_walk){w.source, w.at, at, text, text.len};
}

struct source_walk source_walk_begin(struct place at, struct str text)
{
    struct source_cursor cursor = {.source = NULL};

    return walk_from(&cursor, at, text);
}

struct place source_walk_to(struct source_walk *walk, size_t n)
{
    struct markup_walk w = {walk->source, walk->at};

    while (walk->rest.len > 0) {
        struct str rest = walk->rest;
        const bool space = is_space(rest.ptr[0]);
        const uint32_t c = utf8_next(&rest);
        const uint32_t base = compose_base(c);
        const bool mark = compose_continues(c);

        if (!space && !mark && !find(&w, base)) {
            *walk = (struct source_walk){.from = walk->from};
            return walk->from;
        }
        walk->source = w.source;
        walk->at = w.at;
        if (n < walk->len - rest.len)
            return w.at;
        if (space)
            skip_space(&w);
        else if (!mark)
            skip(&w, match_length(w.source, base));
        walk->rest = rest;
        walk->source = w.source;
        walk->at = w.at;
    }
    return walk->len > 0 ? w.at : walk->from;
}

struct place source_advance(struct place at, struct str text, size_t n)
{
    struct source_walk walk = source_walk_begin(at, text);

    return source_walk_to(&walk, n);
}

struct place source_advance_next(struct source_cursor *cursor, struct place at,
                                 struct str text, size_t n)
{
    struct source_walk walk = walk_from(cursor, at, text);

    return source_walk_to(&walk, n);
}

static bool find_character(struct markup_walk *w, uint32_t c)
{
    while (w->source.len > 0) {
        struct str rest = w->source;

        if (reference_number(w->source) == c || utf8_next(&rest) == c)
            return true;
        step(w);
    }
    return false;
}

/* Where C stands first in SOURCE: nowhere, or where its text is not kept. */
static struct place first_character(const struct source *source, uint32_t c)
{
    struct markup_walk w = {source->text, {source, 1, 1}};

    if ((source->kind != SOURCE_TEXT && source->kind != SOURCE_CSV) ||
        !find_character(&w, c))
        return NOWHERE;
    return source->kind == SOURCE_TEXT
               ? w.at
               : source_field_at(source,
                                 (size_t)(w.source.ptr - source->text.ptr));
}

/* Where C stands behind AT in its source, or before it; NOWHERE. */
static struct place find_beside(struct place at, uint32_t c)
{
    struct source_cursor cursor = {.source = NULL};
    struct markup_walk w;

    if (!begin(&w, at, &cursor))
        return NOWHERE;
    return find_character(&w, c) ? w.at : first_character(at.source, c);
}

struct place source_find_character(struct place at, uint32_t c,
                                   const struct source *const *sources,
                                   size_t n)
{
    struct place found;

    if (c == UTF8_BAD || (at.source != NULL && source_has_cells(at.source)))
        return at;
    found = find_beside(at, c);
    for (size_t i = 0; i < n && found.source == NULL; i++)
        found = first_character(sources[i], c);
    return found.source == NULL ? at : found;
}
