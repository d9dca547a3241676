#include "core/value/wording.h"
#include "core/base/letter_case.h"

#include <string.h>

const struct choice wording_phrase_choices[] = {
#define PHRASE(id, name, placeholders, sentence)                               \
    {name, PHRASE_##id, sentence, NULL},
    WORDING_PHRASES(PHRASE)
#undef PHRASE
        CHOICE_END};

const struct choice wording_word_choices[] = {
#define WORD(id, name, sentence) {name, WORD_##id, sentence, NULL},
    WORDING_WORDS(WORD)
#undef WORD
        CHOICE_END};

const char *wording_phrase_name(enum phrase p)
{
    return choice_name(wording_phrase_choices, (int)p);
}

const char *wording_phrase_placeholders(enum phrase p)
{
    static const char *const allowed[] = {
#define PHRASE(id, name, placeholders, sentence) [PHRASE_##id] = placeholders,
        WORDING_PHRASES(PHRASE)
#undef PHRASE
    };

    return p < PHRASE_MAX ? allowed[p] : "";
}

const char *wording_word_name(enum word w)
{
    return choice_name(wording_word_choices, (int)w);
}

/* What VALUE is as FORM has it: {month:upper}. */
static struct str formed(struct arena *a, struct str value, struct str form)
{
    if (str_is(form, "upper"))
        return letters_upper(a, value);
    if (str_is(form, "lower"))
        return letters_lower(a, value);
    return value;
}

bool wording_is_form(struct str form)
{
    return form.len == 0 || str_is(form, "upper") || str_is(form, "lower");
}

bool wording_is_date_placeholder(struct str name)
{
    struct str form = name;
    const struct str base = str_cut(&form, ':');
    struct str rest = STR_LIT(WORDING_DATE_PLACEHOLDERS);

    while (rest.len > 0) {
        if (str_eq(str_cut(&rest, ' '), base))
            return wording_is_form(form);
    }
    return false;
}

/* The text before the next known placeholder of *pattern, which is cut off
   together with the placeholder; *value is what fills it, empty at the end. */
static struct str next_piece(struct arena *a, struct str *pattern,
                             const struct placeholder *placeholders,
                             size_t nplaceholders, struct str *value)
{
    const struct str all = *pattern;
    size_t open = str_find_char(all, '{');

    *value = (struct str){NULL, 0};
    while (open < all.len) {
        struct str rest = str_from(all, open + 1);
        const struct str name = str_cut(&rest, '}');
        struct str form = name;
        const struct str base = str_cut(&form, ':');

        for (size_t i = 0; i < nplaceholders; i++) {
            if (!str_is(base, placeholders[i].name) || !wording_is_form(form) ||
                open + 1 + name.len >= all.len)
                continue;
            *value = formed(a, placeholders[i].value, form);
            *pattern = rest;
            return str_to(all, open);
        }
        open += 1 + str_find_char(str_from(all, open + 1), '{');
    }
    *pattern = (struct str){NULL, 0};
    return all;
}

struct str wording_fill(struct arena *a, struct str pattern,
                        const struct placeholder *placeholders,
                        size_t nplaceholders)
{
    struct str rest = pattern;
    struct str value;
    size_t len = 0;
    char *text;
    char *at;

    while (rest.len > 0) {
        len += next_piece(a, &rest, placeholders, nplaceholders, &value).len;
        len += value.len;
    }
    text = arena_alloc(a, len + 1, 1);
    if (text == NULL)
        return (struct str){NULL, 0};
    at = text;
    rest = pattern;
    while (rest.len > 0) {
        const struct str before =
            next_piece(a, &rest, placeholders, nplaceholders, &value);

        if (before.len > 0)
            at = (char *)memcpy(at, before.ptr, before.len) + before.len;
        if (value.len > 0)
            at = (char *)memcpy(at, value.ptr, value.len) + value.len;
    }
    return (struct str){text, len};
}

/* A spelling that is all punctuation, such as a dash, must be met exactly:
   str_same_word() would find it equal to any other, and to nothing. */
static bool same_spelling(struct str text, struct str form)
{
    return str_eq(text, form) ||
           (!str_same_word(form, STR_LIT("")) && str_same_word(text, form));
}

enum word wording_word(const struct wording *w, struct str text)
{
    const struct str trimmed = str_trim(text);

    if (trimmed.len == 0)
        return WORD_MAX;
    for (size_t i = 0; i < WORD_MAX; i++) {
        for (size_t k = 0; k < w->words[i].count; k++) {
            if (same_spelling(trimmed, w->words[i].forms[k]))
                return (enum word)i;
        }
    }
    return WORD_MAX;
}

bool wording_has(const struct wording *w, enum word word, struct str text)
{
    const struct spellings *s = &w->words[word];

    for (size_t i = 0; i < s->count; i++) {
        if (str_same_word(text, s->forms[i]))
            return true;
    }
    return false;
}

unsigned wording_plurals(const struct wording *wording)
{
    return wording->nplurals == 0 ? 2 : wording->nplurals;
}

unsigned wording_plural(const struct wording *wording, struct decimal n)
{
    int64_t number = n.coefficient;

    for (unsigned i = 0; i < n.scale; i++)
        number /= 10;
    if (decimal_compare(n, (struct decimal){number, 0}) != 0 || number < 0 ||
        number >= PLURAL_NUMBERS)
        return wording_plurals(wording) - 1;
    if (wording->plurals == NULL)
        return number == 1 ? 0 : 1;
    return wording->plurals[number];
}
