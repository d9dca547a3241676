#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/value/date.h"

#define MARKS_MOST 3 /* before or behind a word of a date */

static bool opens(uint32_t c)
{
    return c == '(' || c == '[' || c == '"' || c == '\'' ||
           c == 0x2018 || /* quotation marks: ‘ “ « */
           c == 0x201C || c == 0xAB;
}

static bool closes(uint32_t c)
{
    return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' ||
           c == '?' || c == ')' || c == ']' || c == '"' || c == '\'' ||
           c == '*' || c == 0x2026 || /* an ellipsis, and ’ ” » */
           c == 0x2019 || c == 0x201D || c == 0xBB;
}

/* Past ( and “: WORD itself where it begins with none, or with a row of them.
 */
static struct str past_opening(struct str word)
{
    struct str rest = word;

    for (int n = 0; n <= MARKS_MOST && rest.len > 0; n++) {
        const struct str from = rest;

        if (!opens(utf8_next(&rest)))
            return from;
    }
    return word;
}

/* Whether REST is what may stand behind a date: nothing, or , and ). and 's. A
   word that goes on otherwise may be of any length. */
static bool is_closed(struct str rest)
{
    for (int n = 0; n <= MARKS_MOST; n++) {
        if (rest.len == 0 || (n > 0 && str_eq(rest, STR_LIT("s"))))
            return true;
        if (!closes(utf8_next(&rest)))
            return false;
    }
    return false;
}

/* Past the - or / between the two ends of what is written as one: 12–14 May,
   May 2026/27. */
static bool cut_range(struct str *rest)
{
    const struct str dash = STR_LIT("\xE2\x80\x93");

    if (str_starts(*rest, STR_LIT("-")) || str_starts(*rest, STR_LIT("/")))
        *rest = str_from(*rest, 1);
    else if (str_starts(*rest, dash))
        *rest = str_from(*rest, dash.len);
    else
        return false;
    return true;
}

static bool is_ordinal(struct str suffix, const struct calendar_words *words)
{
    for (; words != NULL; words = words->also) {
        for (size_t i = 0; i < 31; i++) {
            if (str_eq(suffix, words->ordinals[i]))
                return true;
        }
    }
    return false;
}

/* 8, 8th, (8 and 12–14. */
static bool is_day(struct str word, const struct calendar_words *words)
{
    struct str rest = past_opening(word);
    size_t n = count_digits(rest);

    if (n < 1 || n > 2)
        return false;
    rest = str_from(rest, n);
    if (cut_range(&rest)) {
        n = count_digits(rest);
        if (n < 1 || n > 2)
            return false;
        rest = str_from(rest, n);
    }
    return rest.len == 0 || is_ordinal(rest, words);
}

/* Whether WORD is NAME, or as much of it as BRIEF or more, and nothing else:
   Sep, Sept and September. BRIEF may be empty. */
static bool is_name(struct str word, struct str name, struct str brief)
{
    const size_t least = brief.len > 0 ? brief.len : name.len;
    size_t n = 0;

    while (n < word.len && n < name.len && word.ptr[n] == name.ptr[n])
        n++;
    return n > 0 && n >= least && is_closed(str_from(word, n));
}

static bool is_one_of(struct str word, const struct calendar_words *words)
{
    for (size_t i = 0; i < 12; i++) {
        const struct str full = words->months[i];
        const struct str after = words->months_after[i];
        const struct str brief = words->months_short[i];

        if (is_name(word, full, brief) || is_name(word, after, after) ||
            is_name(word, brief, brief))
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

/* 2026, 2026) and 2026's; 2026/27 and 2026–1, with which another date goes on.
 */
static bool is_year(struct str word)
{
    struct str rest;

    if (count_digits(word) != 4)
        return false;
    rest = str_from(word, 4);
    if (cut_range(&rest)) {
        const size_t n = count_digits(rest);

        if (n < 1 || n > 4)
            return false;
        rest = str_from(rest, n);
    }
    return is_closed(rest);
}

bool date_day_joins(struct str word, struct str next,
                    const struct calendar_words *words)
{
    return is_day(word, words) && is_month(next, words);
}

bool date_year_joins(struct str word, struct str next,
                     const struct calendar_words *words)
{
    return is_year(next) && is_month(past_opening(word), words);
}
