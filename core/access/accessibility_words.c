#include "core/access/accessibility_parts.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

struct str accessibility_words(struct accessibility_check *r,
                               const struct doc_node *node)
{
    struct doc_walk w = doc_walk(node);

    buf_clear(&r->words);
    while (doc_walk_next(&w)) {
        const struct doc_node *n = w.node;

        if (w.entering && (n->kind == DOC_LABEL || n->kind == DOC_NOTE_MARK))
            doc_walk_skip(&w);
        else if (w.entering && doc_is_text(n))
            buf_str(&r->words, n->text);
        else if (n->kind == DOC_BREAK ||
                 !doc_kind_is_inline((enum doc_kind)n->kind))
            buf_char(&r->words, ' ');
    }
    return str_trim(buf_view(&r->words));
}

/* Whether a letter or digit stands at the head of TEXT. */
static bool begins_word(struct str text)
{
    uint32_t c;

    if (text.len == 0)
        return false;
    c = utf8_next(&text);
    return is_digit_character(c) || utf8_is_letter(c);
}

static const struct spellings *forms_of(const struct accessibility_check *r,
                                        enum word word)
{
    static const struct spellings none = {NULL, 0};

    return r->d->wording == NULL ? &none : &r->d->wording->words[word];
}

/* S without dots, arrows and the like at its end, which str_same_word() takes
   for letters: U+2000 to U+2BFF, and U+00BB. */
static struct str without_signs(struct str s)
{
    while (s.len > 2) {
        const unsigned char *end = (const unsigned char *)s.ptr + s.len;
        const bool sign = end[-3] == 0xE2 && end[-2] < 0xB0;

        if (sign)
            s = str_to(s, s.len - 3);
        else if (end[-2] == 0xC2 && end[-1] == 0xBB)
            s = str_to(s, s.len - 2);
        else if (end[-1] == ' ')
            s = str_to(s, s.len - 1);
        else
            break;
    }
    return s;
}

bool accessibility_is(const struct accessibility_check *r, struct str text,
                      enum word word)
{
    const struct spellings *s = forms_of(r, word);

    text = without_signs(text);

    for (size_t i = 0; i < s->count; i++) {
        if (str_same_word(text, s->forms[i]))
            return true;
    }
    return false;
}

bool accessibility_begins(const struct accessibility_check *r, struct str text,
                          enum word word, size_t *len)
{
    const struct spellings *s = forms_of(r, word);

    for (size_t i = 0; i < s->count; i++) {
        if (str_starts_folded(text, s->forms[i], len) && *len > 0 &&
            !begins_word(str_from(text, *len)))
            return true;
    }
    return false;
}

bool accessibility_ends(const struct accessibility_check *r, struct str text,
                        enum word word)
{
    const struct spellings *s = forms_of(r, word);

    for (size_t i = 0; i < s->count; i++) {
        if (str_ends_alike(text, s->forms[i]))
            return true;
    }
    return false;
}

bool accessibility_has(const struct accessibility_check *r, struct str text,
                       enum word word)
{
    bool inside = false;
    size_t len;

    while (text.len > 0) {
        const bool begins = begins_word(text);

        if (!inside && begins && accessibility_begins(r, text, word, &len))
            return true;
        inside = begins;
        (void)utf8_next(&text);
    }
    return false;
}

/* What may stand before the sign of a figure. */
static bool is_before_figure(uint32_t c)
{
    return utf8_is_space(c) || c == '(' || c == '[' || c == '"' || c == '\'' ||
           c == 0x2018 || c == 0x201C;
}

/* Whether a digit is the head of TEXT, behind the sign of a currency or not. */
static bool begins_figure(struct str text)
{
    struct str rest = text;

    if (text.len > 0 && utf8_is_currency(utf8_next(&rest)))
        text = rest;
    return text.len > 0 && text.ptr[0] >= '0' && text.ptr[0] <= '9';
}

size_t accessibility_hyphen(struct str text)
{
    struct str rest = text;
    uint32_t before = ' ';
    bool starts = true; /* a figure could begin here */

    while (rest.len > 0) {
        const size_t at = text.len - rest.len;
        const uint32_t c = utf8_next(&rest);

        if (c == '-' && starts && begins_figure(rest))
            return at;
        starts = is_before_figure(c) ||
                 (utf8_is_currency(c) && is_before_figure(before));
        before = c;
    }
    return text.len;
}

size_t accessibility_count_words(struct str text)
{
    size_t n = 0;

    while (str_cut_word(&text).len > 0)
        n++;
    return n;
}

enum letter { LETTER_NONE, LETTER_CAPITAL, LETTER_SMALL };

/* Basic Latin, Latin-1, and Latin Extended-A, where capitals and small letters
   alternate: the letters of Britain, Ireland and their neighbours. */
static enum letter letter_of(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
        return LETTER_CAPITAL;
    if ((c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7))
        return LETTER_SMALL;
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177))
        return c % 2 == 0 ? LETTER_CAPITAL : LETTER_SMALL;
    return LETTER_NONE;
}

struct accessibility_capitals accessibility_capitals(struct str text)
{
    struct accessibility_capitals found = {.all = true};
    struct str word = str_cut_word(&text);
    size_t row = 0;

    for (; word.len > 0; word = str_cut_word(&text)) {
        size_t capitals = 0;
        size_t small = 0;

        while (word.len > 0) {
            const enum letter letter = letter_of(utf8_next(&word));

            capitals += letter == LETTER_CAPITAL;
            small += letter == LETTER_SMALL;
        }
        found.letters += capitals;
        if (small > 0) {
            found.all = false;
            row = 0;
        } else if (capitals > 1) {
            row++;
        }
        if (row > found.row)
            found.row = row;
    }
    return found;
}
