#include "input/table/figure_words.h"
#include "core/base/ascii.h"
#include "core/value/decimal.h"
#include "core/value/unit.h"

/* Where the first word begins. */
static size_t find_words(struct str text)
{
    size_t i = 0;

    while (i < text.len && !is_letter_at(text, i))
        i++;
    return i;
}

struct str figure_before_unit(struct str text, struct str sign)
{
    const size_t space = str_find_char(text, ' ');
    size_t end = find_words(text);
    struct decimal d;

    if (space > 0 && space < text.len && is_digit(text.ptr[space - 1]))
        end = space;
    if (end == 0 || end == text.len || !is_digit(text.ptr[end - 1]) ||
        has_digit(str_from(text, end)) ||
        (end < space && decimal_read_money(text, sign, 0, &d) == NUMBER_OK))
        return text;
    return str_to(text, end);
}

bool figure_is_rank(const struct wording *w, struct str text, size_t len)
{
    struct str behind = str_from(text, len);
    const struct str suffix = str_cut_word(&behind);

    for (size_t i = 0; is_letter_at(text, len) && i < 31; i++) {
        const struct str ordinal = w->calendar.ordinals[i];

        if (ordinal.len > 0 && str_same_text(suffix, ordinal))
            return true;
    }
    return false;
}

uint8_t figure_word_zeros(const struct wording *w, struct str behind)
{
    const struct str word = str_cut_word(&behind);

    return wording_has(w, WORD_THOUSAND, word)  ? 3
           : wording_has(w, WORD_MILLION, word) ? 6
                                                : 0;
}

bool figure_is_unit(const struct wording *w, struct str text)
{
    struct unit unit;

    return count_digits(text) < text.len && unit_read(text, w, &unit) &&
           unit.zeros > 0;
}

/* `(Likely)`, `- Likely`, `: Likely` */
static bool is_scale_word(struct str behind)
{
    static const char *const dividers[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94",
                                           ":"};
    const struct str text = str_trim(behind);

    if (has_digit(text) || behind.len > FIGURE_WORDS_MAX)
        return false;
    if (str_starts(text, STR_LIT("(")))
        return is_letter_at(text, 1) && str_ends(text, STR_LIT(")"));
    for (size_t i = 0; i < sizeof(dividers) / sizeof(dividers[0]); i++) {
        const struct str divider = str_of(dividers[i]);

        if (str_starts(text, divider))
            return is_letter_at(str_trim(str_from(text, divider.len)), 0);
    }
    return false;
}

struct str figure_before_scale(struct str text)
{
    size_t end = 0;

    while (end < text.len && (is_digit(text.ptr[end]) || text.ptr[end] == '.'))
        end++;
    return end > 0 && end < text.len && is_scale_word(str_from(text, end))
               ? str_to(text, end)
               : text;
}
