#include "core/value/unit.h"
#include "core/base/utf8.h"

#define WORDS_MAX 3 /* of a unit: £ 000 thousands */

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct str without_brackets(struct str s)
{
    s = str_trim(s);
    if (s.len >= 2 && ((s.ptr[0] == '(' && s.ptr[s.len - 1] == ')') ||
                       (s.ptr[0] == '[' && s.ptr[s.len - 1] == ']')))
        s = str_trim((struct str){s.ptr + 1, s.len - 2});
    return s;
}

static struct str without_apostrophe(struct str s)
{
    struct str rest = s;

    return s.len > 0 && is_apostrophe(utf8_next(&rest)) ? rest : s;
}

static bool is_word(const struct wording *w, enum word word, struct str text)
{
    return text.len > 0 && wording_has(w, word, text);
}

/* Signs that need no language; a letter is one only behind a currency. */
static bool is_sign(struct str s, bool currency, uint8_t *zeros)
{
    static const struct {
        const char *text;
        uint8_t zeros;
        bool alone;
    } signs[] = {{"000", 3, true}, {"000s", 3, true}, {",000", 3, false},
                 {"k", 3, false},  {"m", 6, false},   {"mn", 6, false},
                 {"bn", 9, false}};

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if ((currency || signs[i].alone) && s.len > 0 &&
            str_starts_alike(s, str_of(signs[i].text)) &&
            s.len == str_of(signs[i].text).len) {
            *zeros = signs[i].zeros;
            return true;
        }
    }
    return false;
}

bool unit_read(struct str text, const struct wording *wording,
               struct unit *unit)
{
    const struct str sign = wording->currency;
    struct str rest = without_apostrophe(without_brackets(text));
    const bool currency = sign.len > 0 && str_starts(rest, sign);
    struct unit found = {.given = true};

    *unit = (struct unit){.given = false};
    if (currency)
        rest = without_apostrophe(str_trim(str_from(rest, sign.len)));
    if (rest.len == 0 && !currency)
        return false;
    if (is_word(wording, WORD_THOUSAND, rest))
        found.zeros = 3;
    else if (is_word(wording, WORD_MILLION, rest))
        found.zeros = 6;
    else if (rest.len > 0 && !is_sign(rest, currency, &found.zeros))
        return false;
    *unit = found;
    return true;
}

/* What is left of a heading, without the mark that joined the unit to it. */
static struct str without_joint(struct str s)
{
    s = str_trim(s);
    while (s.len > 0 && (s.ptr[s.len - 1] == ',' || s.ptr[s.len - 1] == '-' ||
                         s.ptr[s.len - 1] == ':'))
        s = str_trim(str_to(s, s.len - 1));
    return s;
}

/* Budget(£000) */
static bool cut_brackets(struct str *s, const struct wording *w,
                         struct unit *unit)
{
    size_t open = s->len;

    if (s->len == 0 || (s->ptr[s->len - 1] != ')' && s->ptr[s->len - 1] != ']'))
        return false;
    while (open > 0 && s->ptr[open - 1] != '(' && s->ptr[open - 1] != '[')
        open--;
    if (open < 2 || !unit_read(str_from(*s, open - 1), w, unit))
        return false;
    *s = without_joint(str_to(*s, open - 1));
    return true;
}

/* The longest run of words at the end that is a unit. */
static bool cut_end(struct str *s, const struct wording *w, struct unit *unit)
{
    size_t found = 0;
    size_t at = s->len;

    for (int word = 0; word < WORDS_MAX && at > 0; word++) {
        struct unit u;

        while (at > 0 && !is_space(s->ptr[at - 1]))
            at--;
        if (at > 0 && unit_read(str_from(*s, at), w, &u)) {
            *unit = u;
            found = at;
        }
        while (at > 0 && is_space(s->ptr[at - 1]))
            at--;
    }
    if (found > 0)
        *s = without_joint(str_to(*s, found));
    return found > 0;
}

static bool cut_beginning(struct str *s, const struct wording *w,
                          struct unit *unit)
{
    size_t at = 0;

    while (at < s->len && !is_space(s->ptr[at]))
        at++;
    if (at == s->len || !unit_read(str_to(*s, at), w, unit))
        return false;
    *s = str_trim(str_from(*s, at));
    return true;
}

struct str unit_cut(struct str heading, const struct wording *wording,
                    struct unit *unit)
{
    struct str rest = str_trim(heading);

    *unit = (struct unit){.given = false};
    if (!cut_brackets(&rest, wording, unit) && !cut_end(&rest, wording, unit))
        (void)cut_beginning(&rest, wording, unit);
    if (rest.len > 0)
        return rest;
    *unit = (struct unit){.given = false};
    return heading;
}

static bool is_mark_behind(char c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == ')' ||
           c == ']' || c == '*';
}

static struct str without_marks_behind(struct str s)
{
    while (s.len > 0 && is_mark_behind(s.ptr[s.len - 1]))
        s = str_to(s, s.len - 1);
    return s;
}

/* The word behind AT, and the space before it. */
static size_t next_end(struct str s, size_t at)
{
    while (at < s.len && is_space(s.ptr[at]))
        at++;
    while (at < s.len && !is_space(s.ptr[at]))
        at++;
    return at;
}

/* As many words from AT on as are a unit; it has a sign of its own. */
static bool unit_at(struct str text, size_t at, const struct wording *w,
                    struct unit *unit)
{
    const struct str sign = w->currency;
    struct str rest = str_from(text, at);
    size_t end = at;

    if (rest.len > 0 && (rest.ptr[0] == '(' || rest.ptr[0] == '['))
        rest = str_from(rest, 1);
    if (rest.len == 0 ||
        (without_apostrophe(rest).len == rest.len && rest.ptr[0] != '0' &&
         !(sign.len > 0 && str_starts(rest, sign))))
        return false;
    for (int word = 0; word < WORDS_MAX && end < text.len; word++) {
        struct str run;

        end = next_end(text, end);
        run = str_to(rest, end - (text.len - rest.len));
        if (unit_read(without_marks_behind(run), w, unit) && unit->zeros > 0)
            return true;
    }
    return false;
}

bool unit_find(struct str text, const struct wording *wording,
               struct unit *unit)
{
    for (size_t at = 0; at < text.len; at++) {
        if ((at == 0 || is_space(text.ptr[at - 1])) &&
            !is_space(text.ptr[at]) && unit_at(text, at, wording, unit))
            return true;
    }
    *unit = (struct unit){.given = false};
    return false;
}
