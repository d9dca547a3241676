#include "figures/typed_around.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#define MINUS "\xe2\x88\x92" /* U+2212 */

static bool starts_with_minus(struct str s)
{
    return str_starts(s, STR_LIT("-")) || str_starts(s, STR_LIT(MINUS));
}

/* A minus at the end of S, and no hyphen between words or figures. */
static bool ends_with_minus(struct str s)
{
    if (str_ends(s, STR_LIT(MINUS)))
        return !str_ends(s, STR_LIT("}}" MINUS));
    return str_ends(s, STR_LIT("-")) &&
           (s.len == 1 || s.ptr[s.len - 2] == ' ' || s.ptr[s.len - 2] == '(');
}

static bool is_money(struct str words, const struct wording *w)
{
    if (starts_with_minus(words))
        words = str_from(words, words.ptr[0] == '-' ? 1 : sizeof(MINUS) - 1);
    return w->currency.len > 0 && str_starts(words, w->currency);
}

/* With a letter, a digit or a power: m². */
static bool goes_on(struct str s)
{
    return s.len > 0 &&
           (is_digit(s.ptr[0]) || str_starts(s, STR_LIT("\xc2\xb2")) ||
            str_starts(s, STR_LIT("\xc2\xb3")) ||
            utf8_is_letter(utf8_next(&s)));
}

/* k, m or bn that touches the figure, or a word for so many behind a space: its
   length; 0: there is none. */
static size_t unit_behind(struct str s, const struct wording *w)
{
    static const char *const letters[] = {"k", "m", "bn"};
    struct str rest = s;
    struct str word;

    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
        const struct str letter = str_of(letters[i]);

        if (str_starts_alike(s, letter) && !goes_on(str_from(s, letter.len)))
            return letter.len;
    }
    if (s.len == 0 || s.ptr[0] != ' ')
        return 0;
    word = str_cut_word(&rest);
    while (word.len > 0 && !goes_on(str_from(word, word.len - 1)))
        word = str_to(word, word.len - 1);
    return wording_has(w, WORD_THOUSAND, word) ||
                   wording_has(w, WORD_MILLION, word) ||
                   wording_has(w, WORD_BILLION, word)
               ? (size_t)(word.ptr - s.ptr) + word.len
               : 0;
}

static void say_twice(struct findings *findings, struct place at,
                      struct str sign, struct str words)
{
    finding(findings, FINDING_DOUBTFUL, at,
            "`%.*s` stands beside a figure that is printed with its own: "
            "`%.*s`",
            STR_ARG(sign), STR_ARG(words));
    finding_hint(findings, "take it away");
}

void typed_around_check(struct findings *findings, struct place at,
                        const struct wording *wording, struct str before,
                        struct str words, struct str behind)
{
    size_t unit;

    if (words.len == 0)
        return;
    if (starts_with_minus(words) && ends_with_minus(before)) {
        say_twice(findings, at, STR_LIT("-"), words);
        return;
    }
    if (words.ptr[words.len - 1] == '%' && str_starts(behind, STR_LIT("%")))
        say_twice(findings, at, STR_LIT("%"), words);
    if (!is_money(words, wording))
        return;
    if (str_ends(before, wording->currency)) {
        say_twice(findings, at, wording->currency, words);
        return;
    }
    unit = unit_behind(behind, wording);
    if (unit == 0)
        return;
    behind = str_trim(str_to(behind, unit));
    if (!is_digit(words.ptr[words.len - 1])) {
        say_twice(findings, at, behind, words);
        return;
    }
    finding(findings, FINDING_DOUBTFUL, at,
            "`%.*s` stands behind a figure that is printed as a whole sum: "
            "`%.*s`",
            STR_ARG(behind), STR_ARG(words));
    finding_hint(findings, "take it away; |thousands and |millions print a "
                           "sum so");
}
