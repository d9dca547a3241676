#include "input/table/figure_words.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/value/date_cell.h"
#include "core/value/unit.h"

#include <stdio.h>

#define SUM_MAX 48 /* bytes of a sum that has words in it */

/* Where the first word begins. */
static size_t find_words(struct str text)
{
    size_t i = 0;

    while (i < text.len && !is_letter_at(text, i))
        i++;
    return i;
}

bool figure_has_fraction(struct str text, size_t at)
{
    struct str rest = str_trim(str_from(text, at));
    const uint32_t c = rest.len > 0 ? utf8_next(&rest) : 0;

    return at > 0 && is_digit(text.ptr[at - 1]) &&
           ((c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E));
}

struct str figure_before_unit(struct str text, struct str sign)
{
    const size_t space = str_find_char(text, ' ');
    size_t end = find_words(text);
    struct decimal d;

    if (space > 0 && space < text.len && is_digit(text.ptr[space - 1]))
        end = space;
    if (end == 0 || end == text.len || !is_digit(text.ptr[end - 1]) ||
        has_digit(str_from(text, end)) || figure_has_fraction(text, end) ||
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

struct str figure_without_percent(const struct wording *w, struct str text)
{
    size_t end = text.len;

    while (end > 0 && !is_digit(text.ptr[end - 1]))
        end--;
    return end < text.len && text.ptr[end] != '%' &&
                   wording_has(w, WORD_PERCENT, str_trim(str_from(text, end)))
               ? str_to(text, end)
               : text;
}

uint8_t figure_word_zeros(const struct wording *w, struct str behind)
{
    const struct str word = str_cut_word(&behind);

    return wording_has(w, WORD_THOUSAND, word)  ? 3
           : wording_has(w, WORD_MILLION, word) ? 6
           : wording_has(w, WORD_BILLION, word) ? 9
                                                : 0;
}

/* Where the words behind the last digit begin; 0: there is no digit. */
static size_t behind_digits(struct str text)
{
    static const char space[] = "\xC2\xA0"; /* Word writes it before them */
    size_t at = text.len;

    while (at > 0 && !is_digit(text.ptr[at - 1]))
        at--;
    while (at > 0 && at < text.len) {
        if (text.ptr[at] == ' ')
            at++;
        else if (str_starts(str_from(text, at), str_of(space)))
            at += sizeof(space) - 1;
        else
            break;
    }
    return at;
}

/* TEXT with `m` for its `million`, if that is all behind its digits but for a
   bracket or CR. Empty: there is no such word. */
static struct str with_letters(const struct wording *w, struct str text,
                               char out[SUM_MAX])
{
    const size_t at = behind_digits(text);
    size_t end = at;
    uint8_t zeros;
    int len;

    while (is_letter_at(text, end))
        end++;
    zeros = figure_word_zeros(w, (struct str){text.ptr + at, end - at});
    if (at == 0 || zeros == 0 || text.len >= SUM_MAX)
        return (struct str){NULL, 0};
    len = snprintf(out, SUM_MAX, "%.*s%s%.*s", STR_ARG(str_to(text, at)),
                   zeros == 3   ? "k"
                   : zeros == 6 ? "m"
                                : "bn",
                   STR_ARG(str_from(text, end)));
    return (struct str){out, (size_t)len};
}

enum number_form figure_read_money(const struct wording *w, struct str text,
                                   uint8_t zeros, struct decimal *value)
{
    char out[SUM_MAX];
    const enum number_form form =
        decimal_read_money(text, w->currency, zeros, value);
    struct str letters;

    if (form != NUMBER_NONE)
        return form;
    letters = with_letters(w, text, out);
    return letters.len > 0
               ? decimal_read_money(letters, w->currency, zeros, value)
               : form;
}

bool figure_is_unit(const struct wording *w, struct str text)
{
    struct unit unit;

    return count_digits(text) < text.len && unit_read(text, w, &unit) &&
           unit.zeros > 0;
}

bool figure_is_made_a_day(const struct wording *w, struct str text)
{
    const size_t digits = count_digits(text);
    struct date day;
    unsigned traits = 0;

    return digits > 0 && digits <= 2 && digits + 1 < text.len &&
           text.ptr[digits] == '-' && is_letter_at(text, digits + 1) &&
           date_cell_read(text, &w->calendar, DATE_ORDER_DAY, &day, &traits) ==
               DATE_NO_YEAR;
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

struct str figure_without_measured_percent(const struct wording *w,
                                           struct str text)
{
    const struct str figure = figure_without_percent(w, text);

    for (size_t i = figure.len; i < text.len; i++) {
        if (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z')
            return text;
    }
    return figure;
}
