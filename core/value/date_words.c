#include "core/base/ascii.h"
#include "core/value/date.h"

static bool is_day(struct str word)
{
    return word.len >= 1 && word.len <= 2 && is_digit(word.ptr[0]) &&
           is_digit(word.ptr[word.len - 1]);
}

static bool is_one_of(struct str word, const struct calendar_words *words)
{
    for (size_t i = 0; i < 12; i++) {
        const struct str full = words->months[i];
        const struct str after = words->months_after[i];
        const struct str shorter = words->months_short[i];

        if ((full.len > 0 && str_starts(word, full)) ||
            (after.len > 0 && str_starts(word, after)) ||
            (shorter.len > 0 && str_eq(word, shorter)))
            return true;
    }
    return false;
}

/* In any of the languages that are read. */
static bool is_month(struct str word, const struct calendar_words *words)
{
    for (; words != NULL; words = words->also) {
        if (is_one_of(word, words))
            return true;
    }
    return false;
}

/* Four digits that no more follow: 2026, 2026) and 2026's. */
static bool is_year(struct str word)
{
    for (size_t i = 0; i < 4; i++) {
        if (!is_digit_at(word, i))
            return false;
    }
    return !is_digit_at(word, 4);
}

bool date_day_joins(struct str word, struct str next,
                    const struct calendar_words *words)
{
    return is_day(word) && is_month(next, words);
}

bool date_year_joins(struct str word, struct str next,
                     const struct calendar_words *words)
{
    return is_year(next) && is_month(word, words);
}
