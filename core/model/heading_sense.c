#include "core/model/heading_sense.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

/* A sign that says which of its like is meant: 18+, <18, A-. */
static uint32_t which_of_its_like(uint32_t before, uint32_t c, uint32_t after)
{
    const bool behind = utf8_is_letter(before) || is_digit_character(before);
    const bool says = c == '<' || c == '>' || c == 0x2264 ||
                      c == 0x2265 || /* at most, at least */
                      (c == '+' && behind) ||
                      (c == '-' && behind && after == 0);

    return says ? c : 0;
}

bool heading_is(struct str heading, struct str name)
{
    return str_same_word(heading, name) &&
           str_same_signs(heading, name, which_of_its_like);
}

/* Between two words, not as in 2026/27. */
static bool has_stroke(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '/' && (i + 1 == s.len || !is_digit(s.ptr[i + 1])))
            return true;
    }
    return false;
}

/* The word in brackets of a heading of two with a stroke between; empty: it
   has none. */
static struct str heading_in_brackets(struct str s)
{
    const size_t open = str_find_char(s, '(');
    const size_t end = str_find_char(s, ')');

    if (!has_stroke(s) || end == s.len || open + 1 >= end)
        return (struct str){NULL, 0};
    return str_trim(str_to(str_from(s, open + 1), end - open - 1));
}

/* (under)spend and (underspend). */
static bool is_one_word(struct str a, struct str b)
{
    size_t len;

    return str_starts_folded(a, b, &len) || str_starts_folded(b, a, &len);
}

/* What the names of a column say of HEADING. */
struct heading_sense {
    struct str word;    /* that HEADING has in brackets */
    struct str against; /* the first name with another */
    bool same;          /* a name has the same */
};

static void hear_column_name(struct heading_sense *s, struct str name)
{
    const struct str word = heading_in_brackets(name);

    if (word.len == 0)
        return;
    if (is_one_word(word, s->word))
        s->same = true;
    else if (s->against.len == 0)
        s->against = name;
}

struct str heading_sense_against(const struct kind_column *column,
                                 struct str heading)
{
    struct heading_sense s = {.word = heading_in_brackets(heading)};

    if (s.word.len == 0)
        return s.word;
    hear_column_name(&s, column->title);
    for (size_t i = 0; i < column->titles.count; i++)
        hear_column_name(&s, column->titles.list[i].text);
    for (size_t i = 0; i < column->naliases; i++)
        hear_column_name(&s, column->aliases[i]);
    return s.same ? (struct str){NULL, 0} : s.against;
}
