#include "input/table/cell_several.h"
#include "core/base/ascii.h"
#include "input/table/figure_words.h"

#define FIGURES_MAX 3 /* 1:2:3 */

/* The figure that TEXT begins with is cut off it. */
static bool cut_figure(struct str *text)
{
    size_t n = 0;

    while (n < text->len &&
           (is_digit(text->ptr[n]) ||
            (n > 0 && n + 1 < text->len && is_digit(text->ptr[n + 1]) &&
             (text->ptr[n] == '.' || text->ptr[n] == ','))))
        n++;
    *text = str_from(*text, n);
    return n > 0;
}

/* What stands before the next digit is cut off. */
static struct str cut_between(struct str *text)
{
    size_t n = 0;
    struct str between;

    while (n < text->len && !is_digit(text->ptr[n]))
        n++;
    between = str_trim(str_to(*text, n));
    *text = str_from(*text, n);
    return between;
}

static bool is_words(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!is_ascii_letter(s.ptr[i]) && s.ptr[i] != ' ')
            return false;
    }
    return s.len > 0;
}

static bool joins(const struct wording *w, struct str s)
{
    return str_is(s, ":") || str_is(s, "-") || str_is(s, "\xE2\x80\x93") ||
           str_is(s, "\xE2\x80\x94") ||
           (is_words(s) && wording_has(w, WORD_RANGE, s));
}

/* `h`, `hrs`, `mins`: of a time, where each of its figures has one. */
static bool is_time_unit(struct str s)
{
    return is_words(s) && str_find_char(s, ' ') == s.len;
}

bool cell_is_left_open(struct str text)
{
    struct str dash;

    if (!cut_figure(&text) || !str_starts(text, STR_LIT(" ")))
        return false;
    dash = str_trim(text);
    return str_is(dash, "-") || str_is(dash, "\xE2\x80\x93") ||
           str_is(dash, "\xE2\x80\x94");
}

bool cell_is_several(const struct wording *w, struct str text)
{
    bool joined = true;
    bool timed = true;
    size_t n = 0;
    struct str between = {NULL, 0};

    if (figure_has_fraction(text, count_digits(text)) ||
        cell_is_left_open(text))
        return true;
    for (; text.len > 0 && n < FIGURES_MAX; n++) {
        if (n > 0) {
            joined &= joins(w, between);
            timed &= is_time_unit(between);
        }
        if (!cut_figure(&text))
            return false;
        between = cut_between(&text);
    }
    if (n < 2 || text.len > 0)
        return false;
    return (joined &&
            (between.len == 0 || is_words(between) || str_is(between, "%"))) ||
           (timed && is_time_unit(between));
}
