#include "input/table/cell_spoilt.h"
#include "core/base/ascii.h"
#include "input/table/figure_words.h"

#define SPOILT_MAX 12 /* bytes: longer words are nobody's figures */
#define RANGE_MAX 3   /* digits of a figure of a range, 16-24: no year has */

bool cell_may_be_spoilt(struct str text)
{
    if (text.len < 2 || text.len > SPOILT_MAX || !is_digit(text.ptr[0]))
        return false;
    for (size_t i = 1; i < text.len; i++) {
        const char c = text.ptr[i];

        if (c == '-' || c == '+' || c == '\xE2')
            return true;
    }
    return false;
}

static bool cut_text(struct str *text, const char *literal)
{
    if (!str_starts(*text, str_of(literal)))
        return false;
    *text = str_from(*text, str_of(literal).len);
    return true;
}

/* 1.23E+05: a code such as 12E3 has no sign. */
static bool is_shortened(struct str text)
{
    text = str_from(text, count_digits(text));
    if (cut_text(&text, "."))
        text = str_from(text, count_digits(text));
    return cut_text(&text, "E+") && text.len >= 2 && is_all_digits(text);
}

/* 16-24, 65+ */
static bool is_range(struct str text)
{
    const size_t digits = count_digits(text);

    if (digits == 0 || digits > RANGE_MAX)
        return false;
    text = str_trim(str_from(text, digits));
    if (str_is(text, "+"))
        return true;
    if (!cut_text(&text, "-") && !cut_text(&text, "\xE2\x80\x93"))
        return false;
    text = str_trim(text);
    return text.len > 0 && text.len <= RANGE_MAX && is_all_digits(text);
}

void cell_see_spoilt(const struct cell_reader *r, struct cell_column *column,
                     struct str text, struct place at)
{
    if (!cell_may_be_spoilt(text))
        return;
    if (is_shortened(text))
        cell_count(&column->shortened, at, text);
    else if (is_range(text))
        column->has_ranges = true;
    else if (figure_is_made_a_day(r->wording, text))
        cell_count(&column->made_days, at, text);
}
