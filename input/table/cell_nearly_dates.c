#include "core/base/ascii.h"
#include "input/table/cell_faults.h"

static bool is_year_number(struct str part)
{
    return part.len == 4 && is_all_digits(part) &&
           (part.ptr[0] == '1' || part.ptr[0] == '2');
}

/* `20270431`: as exports write 2027-04-31. */
static bool is_date_number(struct str text)
{
    return text.len == 8 && is_all_digits(text) &&
           is_year_number(str_to(text, 4));
}

/* `1 Arpil 2026`, `2026-O4-01`: three parts, a number first and a year on
   either side. */
static bool has_form_of_date(struct str text)
{
    const char sep = str_find_char(text, '-') < text.len   ? '-'
                     : str_find_char(text, '/') < text.len ? '/'
                                                           : ' ';
    struct str rest = str_trim(text);
    struct str parts[4];
    size_t n = 0;

    while (n < 4 && rest.len > 0)
        parts[n++] = str_cut(&rest, sep);
    return n == 3 && parts[0].len > 0 && parts[1].len > 0 && parts[2].len > 0 &&
           is_digit(parts[0].ptr[0]) &&
           ((is_year_number(parts[0]) && parts[2].len <= 2) ||
            (is_year_number(parts[2]) && parts[0].len <= 2));
}

/* Whether WHEN is what TEXT says, as a date or in words, and no year of it
   alone. */
static bool is_read(const struct cell_reader *r, struct str text,
                    const struct period *when)
{
    const bool words = str_find_char(text, ' ') < text.len;
    bool month;

    return when->undated || (words && when->count > 0 && !when->years) ||
           period_is_date(when, text, &r->wording->calendar, &month) ||
           (r->own_wording != NULL &&
            period_is_date(when, text, &r->own_wording->calendar, &month));
}

bool cell_is_nearly_date(const struct cell_reader *r, struct str text,
                         const struct period *when)
{
    return (has_form_of_date(text) || is_date_number(text)) &&
           !is_read(r, text, when);
}
