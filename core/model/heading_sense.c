#include "core/model/heading_sense.h"
#include "core/base/utf8.h"

/* The next sign of S that says which of its like is meant; 0: none is left. */
static uint32_t next_sign(struct str *s, uint32_t *before)
{
    while (s->len > 0) {
        const uint32_t c = utf8_next(s);
        const uint32_t was = *before;
        const bool behind = utf8_is_letter(was) || (was >= '0' && was <= '9');

        *before = c;
        if (c == '<' || c == '>' || c == 0x2264 || c == 0x2265 || /* at most */
            (c == '+' && behind) || (c == '-' && behind && s->len == 0))
            return c;
    }
    return 0;
}

bool heading_is(struct str heading, struct str name)
{
    uint32_t before[2] = {' ', ' '};
    uint32_t c;

    if (!str_same_word(heading, name))
        return false;
    do {
        c = next_sign(&heading, &before[0]);
        if (c != next_sign(&name, &before[1]))
            return false;
    } while (c != 0);
    return true;
}

/* The word in brackets of a heading of two with a stroke between; empty: it
   has none. */
static struct str word_in_brackets(struct str s)
{
    const size_t open = str_find_char(s, '(');
    const size_t end = str_find_char(s, ')');

    if (str_find_char(s, '/') == s.len || end == s.len || open + 1 >= end)
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
struct sense {
    struct str word;    /* that HEADING has in brackets */
    struct str against; /* the first name with another */
    bool same;          /* a name has the same */
};

static void hear(struct sense *s, struct str name)
{
    const struct str word = word_in_brackets(name);

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
    struct sense s = {.word = word_in_brackets(heading)};

    if (s.word.len == 0)
        return s.word;
    hear(&s, column->title);
    for (size_t i = 0; i < column->titles.count; i++)
        hear(&s, column->titles.list[i].text);
    for (size_t i = 0; i < column->naliases; i++)
        hear(&s, column->aliases[i]);
    return s.same ? (struct str){NULL, 0} : s.against;
}
