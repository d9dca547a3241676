#include "figures/number_words.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"

/* Whether C goes on a number, with BEFORE it and REST behind it: `1,200` and
   `2.5` are one, `1,2` are two. */
static bool is_within_number(uint32_t before, uint32_t c, struct str rest)
{
    return is_digit_character(before) &&
           ((c == ',' && count_digits(rest) == 3) ||
            (c == '.' && count_digits(rest) > 0));
}

struct str number_words_next(struct str *left)
{
    struct str word = {NULL, 0};
    uint32_t last = 0;

    while (left->len > 0) {
        const struct str before = *left;
        const uint32_t c = utf8_next(left);

        if (utf8_is_letter(c) || is_digit_character(c) ||
            (word.ptr != NULL && is_within_number(last, c, *left))) {
            if (word.ptr == NULL)
                word.ptr = before.ptr;
            word.len = (size_t)(left->ptr - word.ptr);
        } else if (word.ptr != NULL) {
            break;
        }
        last = c;
    }
    return word;
}

/* What a text names so far. */
struct walk {
    struct number_words n;
    bool counts;   /* a number that stands here is one of them */
    bool range;    /* and those between LAST and it are, too */
    unsigned last; /* 0: none */
};

static void take_number(struct walk *k, struct str word, unsigned asked)
{
    uint64_t number = 0;

    /* Longer ones stay what nobody asks for. */
    for (size_t i = 0; i < word.len && i < 9; i++)
        number = 10 * number + (uint64_t)(word.ptr[i] - '0');
    k->n.found |=
        asked > 0 && (number == asked || (k->range && k->last > 0 &&
                                          k->last < asked && asked < number));
    if (k->n.all.ptr == NULL)
        k->n.all.ptr = word.ptr;
    k->n.all.len = (size_t)(word.ptr + word.len - k->n.all.ptr);
    k->last = (unsigned)number;
    k->range = false;
}

static void take_word(struct walk *k, const struct wording *w, struct str word)
{
    if (wording_has(w, WORD_NUMBERED, word))
        k->counts = true;
    else if (wording_has(w, WORD_RANGE, word))
        k->range = true;
    else if (!wording_has(w, WORD_ALSO, word))
        k->counts = false;
}

struct number_words number_words(const struct wording *w, struct str text,
                                 unsigned asked)
{
    const struct number_words none = {.found = false};
    struct walk k = {.n = none, .counts = true};
    struct str left = text;
    struct str behind = text;
    struct str word;

    while ((word = number_words_next(&left)).len > 0) {
        const struct str before =
            str_trim(str_to(behind, (size_t)(word.ptr - behind.ptr)));

        k.range |= wording_word(w, before) == WORD_DASH;
        behind = str_from(text, (size_t)(word.ptr + word.len - text.ptr));
        if (count_digits(word) == 0)
            take_word(&k, w, word);
        else if (count_digits(word) == word.len && k.counts)
            take_number(&k, word, asked);
        else if (count_digits(word) == word.len || k.counts)
            return none;
    }
    return k.n;
}
