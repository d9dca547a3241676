#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/value/date.h"

#define EN_DASH "\xE2\x80\x93"
#define LEAP_YEAR 2000
#define PIVOT 70 /* two-digit years are those of 1970 to 2069 */

struct date_number {
    int value;
    unsigned digits;
};

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c < 0x2000);
}

static struct str skip_space(struct str s)
{
    while (s.len > 0) {
        struct str rest = s;

        if (!utf8_is_space(utf8_next(&rest)))
            break;
        s = rest;
    }
    return s;
}

static bool cut_char(struct str *s, char c)
{
    if (s->len == 0 || s->ptr[0] != c)
        return false;
    *s = str_from(*s, 1);
    return true;
}

static struct str cut_word(struct str *s)
{
    struct str rest = *s;
    struct str word = *s;

    while (rest.len > 0) {
        struct str next = rest;

        if (!is_letter(utf8_next(&next)))
            break;
        rest = next;
    }
    word.len -= rest.len;
    *s = rest;
    return word;
}

/* A number of at most four digits with nothing like a word behind it, but for
   the suffix of an ordinal, which is the caller's to cut. */
static bool cut_number(struct str *s, struct date_number *n)
{
    struct str rest = *s;

    *n = (struct date_number){0, 0};
    for (; rest.len > 0 && is_digit(rest.ptr[0]); rest = str_from(rest, 1)) {
        if (n->digits == 4)
            return false;
        n->value = n->value * 10 + (rest.ptr[0] - '0');
        n->digits++;
    }
    if (n->digits > 0)
        *s = rest;
    return n->digits > 0;
}

static bool word_follows(struct str s)
{
    return s.len > 0 && (is_digit(s.ptr[0]) || is_letter(utf8_next(&s)));
}

/* Whether S may begin as NAME does: most names are told apart by their first
   letters, whose case is a bit. */
static bool may_begin(struct str s, struct str name)
{
    return s.len > 0 && name.len > 0 &&
           ((unsigned char)(s.ptr[0] ^ name.ptr[0]) & ~0x20U) == 0;
}

/* A name of several words, as Dydd Mawrth: its index, -1 when there is none. */
static int cut_phrase(struct str *s, const struct str *full, int n)
{
    for (int i = 0; i < n; i++) {
        if (!may_begin(*s, full[i]) || !str_starts_alike(*s, full[i]) ||
            str_find_char(full[i], ' ') == full[i].len ||
            word_follows(str_from(*s, full[i].len)))
            continue;
        *s = str_from(*s, full[i].len);
        return i;
    }
    return -1;
}

/*
 * The index of the name at the head of *s, which is cut off; -1 when there is
 * none. Sept is September: a name may be cut short if it stays longer than
 * its short form, and only one name begins so.
 */
static int cut_name(struct str *s, const struct str *full,
                    const struct str *brief, int n)
{
    struct str rest = *s;
    struct str word;
    int found;

    if (s->len > 0 && is_digit(s->ptr[0]))
        return -1; /* as most dates begin */
    word = cut_word(&rest);
    found = cut_phrase(s, full, n);
    if (found >= 0)
        return found;
    for (int i = 0; word.len > 0 && i < n; i++) {
        if (!may_begin(word, full[i]) && !may_begin(word, brief[i]))
            continue;
        if ((word.len == brief[i].len && str_starts_alike(brief[i], word)) ||
            (word.len == full[i].len && str_starts_alike(full[i], word))) {
            found = i;
            break;
        }
        if (brief[i].len > 0 && word.len > brief[i].len &&
            str_starts_alike(full[i], word))
            found = found == -1 ? i : n;
    }
    if (found == -1 || found == n)
        return -1;
    *s = rest;
    return found;
}

/* From 0, January; -1 when there is none. */
static int cut_month(struct str *s, const struct calendar_words *words)
{
    int month = -1;

    for (; words != NULL && month < 0; words = words->also) {
        month = cut_name(s, words->months, words->months_short, 12);
        if (month < 0 && words->months_after[0].len > 0)
            month = cut_name(s, words->months_after, words->months_after, 12);
    }
    return month;
}

static int cut_weekday(struct str *s, const struct calendar_words *words)
{
    int weekday = -1;

    for (; words != NULL && weekday < 0; words = words->also)
        weekday = cut_name(s, words->weekdays, words->weekdays_short, 7);
    return weekday;
}

static void cut_ordinal(struct str *s, const struct calendar_words *words)
{
    struct str rest = skip_space(*s);
    const struct str suffix = cut_word(&rest);

    for (; words != NULL && suffix.len > 0; words = words->also) {
        for (size_t i = 0; i < 31; i++) {
            if (suffix.len == words->ordinals[i].len &&
                str_starts_alike(words->ordinals[i], suffix)) {
                *s = rest;
                return;
            }
        }
    }
}

/* What may stand between the parts of a date; returns the mark, or a space. */
static char cut_gap(struct str *s)
{
    char mark = ' ';

    *s = skip_space(*s);
    if (s->len > 0 && (s->ptr[0] == '-' || s->ptr[0] == '/' ||
                       s->ptr[0] == '.' || s->ptr[0] == ',')) {
        mark = s->ptr[0];
        *s = skip_space(str_from(*s, 1));
    }
    return mark;
}

static int full_year(struct date_number n)
{
    if (n.digits == 4)
        return n.value;
    return n.value + (n.value < PIVOT ? 2000 : 1900);
}

/* A year of four digits; 0 when there is none. */
static int cut_year(struct str *s)
{
    struct str rest = *s;
    struct date_number n;

    (void)cut_gap(&rest);
    if (!cut_number(&rest, &n) || n.digits != 4 || word_follows(rest))
        return 0;
    *s = rest;
    return n.value;
}

/* A year of two digits behind MARK, as in 05-Oct-12; 0 when there is none. In
   March-14 April 2018 the number is a day of the month that follows. */
static int cut_short_year(struct str *s, char mark,
                          const struct calendar_words *words)
{
    struct str rest = *s;
    struct str after;
    struct date_number n;

    if (!cut_char(&rest, mark) || !cut_number(&rest, &n) || n.digits != 2 ||
        word_follows(rest))
        return 0;
    after = skip_space(rest);
    if (cut_month(&after, words) >= 0)
        return 0;
    *s = rest;
    return full_year(n);
}

static enum date_form checked_date(int year, int month, int day,
                                   struct date *parts)
{
    const struct date d = {(int16_t)year, (uint8_t)month, (uint8_t)day};

    if (!date_valid(d))
        return DATE_NO_SUCH_DAY;
    *parts = d;
    return DATE_OK;
}

/* 05/10/2012: *s stands behind the day. DATE_NOT_A_DATE when it is no such
   form at all. */
static enum date_form numeric_date(struct str *s, struct date_number day,
                                   struct date *parts)
{
    struct str rest = *s;
    const char mark = rest.len > 0 ? rest.ptr[0] : ' ';
    struct date_number month;
    struct date_number year;

    if ((mark != '/' && mark != '-' && mark != '.') || !cut_char(&rest, mark) ||
        !cut_number(&rest, &month) || month.digits > 2 ||
        !cut_char(&rest, mark) || !cut_number(&rest, &year) ||
        (year.digits != 4 && year.digits != 2) || word_follows(rest))
        return DATE_NOT_A_DATE;
    year.value = full_year(year);
    *s = rest;
    if (month.value > 12 && day.value >= 1 &&
        month.value <= date_month_days(year.value, day.value))
        return DATE_MONTH_FIRST;
    return checked_date(year.value, month.value, day.value, parts);
}

/* The `of` of 5th of May: cut off where a month follows it. */
static void cut_link(struct str *s, const struct calendar_words *words)
{
    struct str rest = skip_space(*s);
    const struct str word = cut_word(&rest);

    rest = skip_space(rest);
    for (; words != NULL && word.len > 0; words = words->also) {
        for (size_t i = 0; i < words->nlinks; i++) {
            struct str ahead = rest;

            if (word.len == words->links[i].len &&
                str_starts_alike(words->links[i], word) &&
                cut_month(&ahead, words) >= 0)
                *s = rest;
        }
    }
}

/* 7, 7th, 7 February, 7th of February 2018: *s stands behind the number. */
static enum date_form day_first(struct str *s, struct date_number day,
                                const struct calendar_words *words,
                                struct date *parts)
{
    struct str rest;
    char mark;
    int month;
    int year;

    cut_ordinal(s, words);
    rest = *s;
    cut_link(&rest, words);
    mark = cut_gap(&rest);
    month = cut_month(&rest, words) + 1;
    if (month == 0) {
        if (word_follows(*s) || day.value < 1 || day.value > 31)
            return DATE_NOT_A_DATE;
        parts->day = (uint8_t)day.value;
        return DATE_OK;
    }
    year = cut_year(&rest);
    if (year == 0 && (mark == '-' || mark == '/'))
        year = cut_short_year(&rest, mark, words);
    *s = rest;
    if (year > 0)
        return checked_date(year, month, day.value, parts);
    /* Without a year the longest February is as long as it can be. */
    if (checked_date(LEAP_YEAR, month, day.value, parts) != DATE_OK)
        return DATE_NO_SUCH_DAY;
    parts->year = 0;
    return DATE_OK;
}

/* March, March 2018, Mar-18, March 23, 2018: *s stands behind the name. */
static enum date_form month_first(struct str *s, int month,
                                  const struct calendar_words *words,
                                  struct date *parts)
{
    struct str rest = *s;
    struct date_number day;
    int year;

    (void)cut_gap(&rest);
    if (cut_number(&rest, &day) && day.digits <= 2) {
        cut_ordinal(&rest, words);
        year = cut_year(&rest);
        if (year > 0) {
            *s = rest;
            return checked_date(year, month, day.value, parts);
        }
    }
    year = cut_year(s);
    if (year == 0)
        year = cut_short_year(s, '-', words);
    parts->year = (int16_t)year;
    parts->month = (uint8_t)month;
    return DATE_OK;
}

/* The second year of 2012/13, behind the first; 0 when there is none. */
static int cut_second_year(struct str *s, int first)
{
    struct str rest = skip_space(*s);
    struct date_number n;

    if (!cut_char(&rest, '/') && !cut_char(&rest, '-')) {
        if (!str_starts(rest, STR_LIT(EN_DASH)))
            return 0;
        rest = str_from(rest, sizeof(EN_DASH) - 1);
    }
    rest = skip_space(rest);
    if (!cut_number(&rest, &n) || word_follows(rest) ||
        (n.digits != 2 && n.digits != 4))
        return 0;
    if (n.digits == 2)
        n.value += first / 100 * 100 + (first % 100 == 99 ? 100 : 0);
    if (n.value != first + 1)
        return 0;
    *s = rest;
    return n.value;
}

/* 2018, 2018-03-23; but not 2018/19, which is a year of its own kind: *s
   stands behind the first number. */
static enum date_form year_first(struct str *s, struct date_number year,
                                 struct date *parts)
{
    struct str rest = *s;
    struct date_number month;
    struct date_number day;

    if (cut_char(&rest, '-') && cut_number(&rest, &month) &&
        month.digits == 2 && cut_char(&rest, '-') && cut_number(&rest, &day) &&
        day.digits == 2 && !word_follows(rest)) {
        *s = rest;
        return checked_date(year.value, month.value, day.value, parts);
    }
    rest = *s;
    if (year.value == 0 || word_follows(rest) ||
        cut_second_year(&rest, year.value) > 0)
        return DATE_NOT_A_DATE;
    parts->year = (int16_t)year.value;
    return DATE_OK;
}

static enum date_form numbers_first(struct str *s,
                                    const struct calendar_words *words,
                                    struct date *parts)
{
    struct date_number n;
    enum date_form form;

    if (!cut_number(s, &n) || n.digits == 3)
        return DATE_NOT_A_DATE;
    if (n.digits == 4)
        return year_first(s, n, parts);
    form = numeric_date(s, n, parts);
    return form == DATE_NOT_A_DATE ? day_first(s, n, words, parts) : form;
}

/* What stands behind a weekday, if there is one (-1). */
static enum date_form day_scan(struct str *text,
                               const struct calendar_words *words, int weekday,
                               struct date *parts)
{
    struct str rest = *text;
    enum date_form form;
    int month;

    *parts = (struct date){0, 0, 0};
    month = cut_month(&rest, words) + 1;
    if (month > 0)
        form = month_first(&rest, month, words, parts);
    else
        form = numbers_first(&rest, words, parts);
    /* A weekday says something only of a day. */
    if (weekday >= 0 && form == DATE_OK &&
        (parts->day == 0 || parts->month == 0))
        form = DATE_NOT_A_DATE;
    if (form == DATE_NOT_A_DATE) {
        *parts = (struct date){0, 0, 0};
        return form;
    }
    *text = rest;
    if (weekday >= 0 && form == DATE_OK && parts->year > 0 &&
        date_weekday(*parts) != weekday)
        return DATE_WRONG_WEEKDAY;
    return form;
}

/* Of a name that is a weekday's and a month's (Maw, in Welsh) what follows it
   tells which it is. */
enum date_form date_scan(struct str *text, const struct calendar_words *words,
                         struct date *parts)
{
    struct str rest = *text;
    const int weekday = cut_weekday(&rest, words);

    if (weekday >= 0) {
        enum date_form form;

        (void)cut_gap(&rest);
        form = day_scan(&rest, words, weekday, parts);
        if (form != DATE_NOT_A_DATE) {
            *text = rest;
            return form;
        }
    }
    return day_scan(text, words, -1, parts);
}

enum date_form date_read(struct str text, const struct calendar_words *words,
                         struct date *value)
{
    struct str rest = skip_space(text);
    const enum date_form form = date_scan(&rest, words, value);

    if (skip_space(rest).len > 0 || (form == DATE_OK && value->day == 0)) {
        *value = (struct date){0, 0, 0};
        return DATE_NOT_A_DATE;
    }
    if (form == DATE_OK && value->year == 0) {
        const bool has_month = value->month > 0;

        *value = (struct date){0, 0, 0};
        return has_month ? DATE_NO_YEAR : DATE_NOT_A_DATE;
    }
    return form;
}

int financial_year_read(struct str text)
{
    struct str rest = skip_space(text);
    struct date_number first;

    if (!cut_number(&rest, &first) || first.digits != 4 ||
        cut_second_year(&rest, first.value) == 0 || skip_space(rest).len > 0)
        return 0;
    return first.value;
}

int financial_year_read_short(struct str s)
{
    int first;
    const bool is_dashed = s.len == 4 + sizeof(EN_DASH) - 1 &&
                           str_starts(str_from(s, 2), STR_LIT(EN_DASH));
    const struct str last = str_from(s, s.len < 2 ? 0 : s.len - 2);

    if (!is_dashed && (s.len != 5 || (s.ptr[2] != '/' && s.ptr[2] != '-')))
        return 0;
    if (!is_digit(s.ptr[0]) || !is_digit(s.ptr[1]) || !is_digit(last.ptr[0]) ||
        !is_digit(last.ptr[1]))
        return 0;
    first = (s.ptr[0] - '0') * 10 + (s.ptr[1] - '0');
    return (last.ptr[0] - '0') * 10 + (last.ptr[1] - '0') == (first + 1) % 100
               ? 2000 + first
               : 0;
}
