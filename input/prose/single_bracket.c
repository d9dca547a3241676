#include "input/prose/single_bracket.h"
#include "core/base/ascii.h"

#define SPAN_MAX 400 /* bytes between the brackets */

static size_t name_at(struct str s, size_t at)
{
    size_t n = 0;

    while (at + n < s.len &&
           (is_ascii_letter(s.ptr[at + n]) || is_digit(s.ptr[at + n]) ||
            s.ptr[at + n] == '-' || s.ptr[at + n] == '_'))
        n++;
    return n;
}

/* The bytes of `.name` or `[row]` at AT; 0: neither stands there. */
static size_t part_at(struct str s, size_t at)
{
    const struct str rest = str_from(s, at);
    const size_t end = str_find_char(rest, ']');
    const struct str behind = str_from(s, at + 1);
    const size_t n = name_at(s, at + 1);

    if (str_starts(rest, STR_LIT("[")))
        return end > 1 && end < rest.len ? end + 1 : 0;
    return str_starts(rest, STR_LIT(".")) && n > 0 &&
                   is_ascii_letter(behind.ptr[0])
               ? n + 1
               : 0;
}

/* Whether INSIDE is `name.name`, `name[row].name` or `name|pipe`, which no
   words between brackets are. */
static bool is_value(struct str inside)
{
    const size_t first = name_at(inside, 0);
    size_t at = first;
    size_t n = first;

    if (first == 0 || !is_ascii_letter(inside.ptr[0]))
        return false;
    while (n > 0) {
        n = part_at(inside, at);
        at += n;
    }
    if (at == inside.len)
        return at > first;
    /* {x|y} is a set. */
    return inside.ptr[at] == '|' && first > 1 && name_at(inside, at + 1) > 1;
}

/* The bytes of one at AT of TEXT; 0: there is none. */
static size_t length_at(struct str text, size_t at)
{
    const struct str rest = str_to(str_from(text, at + 1), SPAN_MAX);
    const size_t end = str_find_char(rest, '}');

    /* Of {name|pipe}} the reader of expressions says what is the matter;
       {first.last}@example.org says how addresses are made. */
    return end < rest.len && is_value(str_to(rest, end)) &&
                   !str_starts(str_from(rest, end + 1), STR_LIT("}")) &&
                   !str_starts(str_from(rest, end + 1), STR_LIT("@")) &&
                   !str_starts(rest, STR_LIT("www."))
               ? end + 2
               : 0;
}

/* Behind {{ and what it closes with. */
static size_t behind_value(struct str text, size_t at)
{
    const struct str rest = str_from(text, at);

    return at + str_find(rest, STR_LIT("}}")) + 2;
}

void single_bracket_find(struct str text, struct place at,
                         struct findings *findings)
{
    size_t i = str_find_char(text, '{');
    struct source_walk walk = {.len = 0};

    while (i < text.len) {
        size_t n;

        if (str_starts(str_from(text, i), STR_LIT("{{"))) {
            i = behind_value(text, i);
        } else if ((n = length_at(text, i)) > 0) {
            if (walk.from.source == NULL)
                walk = source_walk_begin(at, text);
            finding(findings, FINDING_DOUBTFUL, source_walk_to(&walk, i),
                    "`%.*s` is printed as it stands",
                    STR_ARG(str_to(str_from(text, i), n)));
            finding_hint(findings,
                         "a value stands between two brackets: "
                         "{%.*s}",
                         STR_ARG(str_to(str_from(text, i), n)));
            i += n;
        } else {
            i++;
        }
        i += str_find_char(str_from(text, i), '{');
    }
}
