#include "core/value/date_cell.h"
#include "core/base/ascii.h"

#define NUMBERS_MAX 3
#define DIGITS_MAX 8
#define PLAIN_LENGTH 10          /* of 06/10/2017 */
#define PIVOT 70                 /* two-digit years are those of 1970 to 2069 */
#define FAR_YEAR 50              /* and from 2050 on perhaps meant otherwise */
#define SERIAL_DIGITS 5          /* from 1927 to 2173 */
#define SERIAL_DAY_ZERO (-25569) /* 30 December 1899 */
#define COMPACT_MIN 1900
#define COMPACT_MAX 2100

/* One to three numbers with the same mark between them. */
struct date_numbers {
    int value[NUMBERS_MAX];
    unsigned digits[NUMBERS_MAX];
    size_t count;
    char mark;
};

static bool cut_digits(struct str *s, int *value, unsigned *digits)
{
    unsigned n = 0;
    int sum = 0;

    for (; n < s->len && n < DIGITS_MAX && is_digit(s->ptr[n]); n++)
        sum = sum * 10 + (s->ptr[n] - '0');
    *value = sum;
    *digits = n;
    *s = str_from(*s, n);
    return n > 0;
}

/* As many numbers as stand at the head of *TEXT, and the marks between them. A
   mark behind the last is left. */
static void cut_numbers(struct str *text, struct date_numbers *n)
{
    struct str rest = *text;

    *n = (struct date_numbers){.count = 0};
    while (n->count < NUMBERS_MAX &&
           cut_digits(&rest, &n->value[n->count], &n->digits[n->count])) {
        *text = rest;
        if (++n->count == 1)
            n->mark = rest.len > 0 ? rest.ptr[0] : ' ';
        if (rest.len == 0 || rest.ptr[0] != n->mark ||
            (n->mark != '/' && n->mark != '-' && n->mark != '.'))
            return;
        rest = str_from(rest, 1);
    }
}

static bool cut_below(struct str *s, int limit, int *value)
{
    unsigned digits;

    return cut_digits(s, value, &digits) && digits <= 2 && *value < limit;
}

static bool cut_char(struct str *s, char c)
{
    if (s->len == 0 || s->ptr[0] != c)
        return false;
    *s = str_from(*s, 1);
    return true;
}

/* Z, +01:00, +0100 */
static void cut_zone(struct str *s)
{
    struct str rest = *s;
    int value;
    unsigned digits;

    if (cut_char(s, 'Z') || (!cut_char(&rest, '+') && !cut_char(&rest, '-')) ||
        !cut_digits(&rest, &value, &digits))
        return;
    if (digits == 2 && cut_char(&rest, ':') &&
        (!cut_digits(&rest, &value, &digits) || digits != 2))
        return;
    *s = rest;
}

/* 2027-03-31Z, 2027-03-31+01:00: the day of XML Schema, whose zone goes. */
static void cut_zone_of_day(struct str *text)
{
    static const char form[] = "0000-00-00";
    const size_t day = sizeof(form) - 1;
    struct str zone;

    if (text->len != day + 1 && text->len != day + 6)
        return;
    for (size_t i = 0; i < day; i++) {
        if (form[i] == '0' ? !is_digit(text->ptr[i]) : text->ptr[i] != form[i])
            return;
    }
    zone = str_from(*text, day);
    if (zone.len > 1 && zone.ptr[3] != ':')
        return;
    cut_zone(&zone);
    if (zone.len == 0)
        *text = str_to(*text, day);
}

/* 00:00, 00:00:00.000, 12:00:00 AM at the head of *TEXT, which is cut off:
   minutes and seconds of the day that are not nought, or -1 when it is no
   time. */
static int cut_clock(struct str *from)
{
    struct str text = *from;
    int hour;
    int minute;
    int second = 0;
    int fraction = 0;
    unsigned digits;
    struct str rest;

    if (!cut_below(&text, 24, &hour) || !cut_char(&text, ':') ||
        !cut_below(&text, 60, &minute))
        return -1;
    if (cut_char(&text, ':') && !cut_below(&text, 60, &second))
        return -1;
    if (cut_char(&text, '.') && !cut_digits(&text, &fraction, &digits))
        return -1;
    rest = text;
    while (rest.len > 0 && rest.ptr[0] == ' ')
        rest = str_from(rest, 1);
    if (str_starts_alike(rest, STR_LIT("am")) ||
        str_starts_alike(rest, STR_LIT("pm")))
        text = rest;
    if (hour == 12 && str_starts_alike(text, STR_LIT("am")))
        hour = 0;
    if (str_starts_alike(text, STR_LIT("am")) ||
        str_starts_alike(text, STR_LIT("pm")))
        text = str_from(text, 2);
    cut_zone(&text);
    *from = text;
    return hour * 60 + minute + (second > 0 || fraction > 0);
}

/* The same, where nothing follows it. */
static int read_time(struct str text)
{
    const int time = cut_clock(&text);

    return text.len > 0 ? -1 : time;
}

/* The date of TEXT, and the time behind it; -1 when there is none. */
static int cut_time(struct str *text)
{
    size_t at = str_find_char(*text, ':');
    int time;

    if (at == text->len)
        return -1;
    while (at > 0 && is_digit(text->ptr[at - 1]))
        at--;
    if (at == 0 || (text->ptr[at - 1] != ' ' && text->ptr[at - 1] != 'T'))
        return -1;
    time = read_time(str_from(*text, at));
    if (time >= 0)
        *text = str_trim(str_to(*text, at - 1));
    return time;
}

struct str date_cell_without_midnight(struct str text)
{
    struct str day = text;

    return cut_time(&day) == 0 ? day : text;
}

static enum date_form checked_date(int year, int month, int day,
                                   struct date *value)
{
    const struct date d = {(int16_t)year, (uint8_t)month, (uint8_t)day};

    if (month > 12 || day > 31 || !date_valid(d))
        return DATE_NO_SUCH_DAY;
    *value = d;
    return DATE_OK;
}

/* 20130201; a serial number, which counts days. */
static enum date_form read_one(const struct date_numbers *n, struct date *value)
{
    const int year = n->value[0] / 10000;

    if (n->digits[0] == DIGITS_MAX && year >= COMPACT_MIN &&
        year <= COMPACT_MAX)
        return checked_date(year, n->value[0] / 100 % 100, n->value[0] % 100,
                            value);
    if (n->digits[0] == SERIAL_DIGITS && n->value[0] >= 10000) {
        *value = date_of_days(n->value[0] + SERIAL_DAY_ZERO);
        return DATE_SERIAL;
    }
    return DATE_NOT_A_DATE;
}

/* A year and a month, or a month and a year; 2012/13 and 2011-12 may be a
   financial year as well. */
static enum date_form read_two(const struct date_numbers *n)
{
    return (n->digits[0] == 4 && n->digits[1] <= 2) ||
                   (n->digits[0] <= 2 && n->digits[1] == 4)
               ? DATE_NO_DAY
               : DATE_NOT_A_DATE;
}

static enum date_form in_order(int year, const struct date_numbers *n,
                               enum date_order order, struct date *value,
                               unsigned *traits)
{
    const bool month_first = order == DATE_ORDER_MONTH;
    const int day = n->value[month_first ? 1 : 0];
    const int month = n->value[month_first ? 0 : 1];

    if (month > 12 && day >= 1 && month <= date_month_days(year, day)) {
        *traits |= DATE_TRAIT_PROVEN;
        return month_first ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
    }
    if (day > 12)
        *traits |= DATE_TRAIT_PROVEN;
    else if (day != month)
        *traits |= DATE_TRAIT_EITHER;
    return checked_date(year, month, day, value);
}

static enum date_form read_three(const struct date_numbers *n,
                                 enum date_order order, struct date *value,
                                 unsigned *traits)
{
    int year = n->value[2];

    if (n->digits[0] == 4)
        return n->digits[1] <= 2 && n->digits[2] <= 2
                   ? checked_date(n->value[0], n->value[1], n->value[2], value)
                   : DATE_NOT_A_DATE;
    if (n->digits[0] > 2 || n->digits[1] > 2 ||
        (n->digits[2] != 2 && n->digits[2] != 4))
        return DATE_NOT_A_DATE;
    if (n->digits[2] == 2) {
        if (year >= FAR_YEAR && year < PIVOT)
            *traits |= DATE_TRAIT_FAR_YEAR;
        year += year < PIVOT ? 2000 : 1900;
    }
    return in_order(year, n, order, value, traits);
}

/* 1 Feb 13: the year has two digits, and nothing else follows. */
static enum date_form read_short_year(struct str text,
                                      const struct calendar_words *words,
                                      struct date *value)
{
    enum date_form form = date_scan(&text, words, value);
    int year;
    unsigned digits;

    text = str_trim(text);
    if (form != DATE_OK || value->year != 0 || value->month == 0 ||
        value->day == 0 || !cut_digits(&text, &year, &digits) || digits != 2 ||
        text.len > 0)
        form = DATE_NOT_A_DATE;
    if (form == DATE_OK)
        form = checked_date(year + (year < PIVOT ? 2000 : 1900), value->month,
                            value->day, value);
    return form;
}

static enum date_form read_words(struct str text,
                                 const struct calendar_words *words,
                                 struct date *value)
{
    const enum date_form form = date_read(text, words, value);

    if (form == DATE_NOT_A_DATE &&
        read_short_year(text, words, value) == DATE_OK)
        return DATE_OK;
    if (form == DATE_NOT_A_DATE)
        *value = (struct date){0, 0, 0};
    return form;
}

/* 06/10/2017 and 2017-10-06, as most days are written. */
static bool read_plain(struct str text, struct date_numbers *n)
{
    static const uint8_t digits[2][NUMBERS_MAX] = {{2, 2, 4}, {4, 2, 2}};
    const char *p = text.ptr;
    const uint8_t *order;

    if (text.len != PLAIN_LENGTH)
        return false;
    order = digits[is_digit(p[2])];
    n->mark = p[order[0]];
    if (n->mark != '/' && n->mark != '-' && n->mark != '.')
        return false;
    for (n->count = 0; n->count < NUMBERS_MAX; n->count++) {
        int value = 0;

        if (n->count > 0 && *p++ != n->mark)
            return false;
        for (unsigned i = 0; i < order[n->count]; i++, p++) {
            if (!is_digit(*p))
                return false;
            value = value * 10 + (*p - '0');
        }
        n->value[n->count] = value;
        n->digits[n->count] = order[n->count];
    }
    return true;
}

/* 6 October 2017 and nothing else, as the days of workbooks are written. False
   for what others have to look at. */
static bool read_plain_words(struct str text,
                             const struct calendar_words *words,
                             struct date *value)
{
    int day;
    int year;
    unsigned digits;

    if (!cut_digits(&text, &day, &digits) || digits > 2 ||
        !cut_char(&text, ' '))
        return false;
    for (int month = 1; month <= 12; month++) {
        const struct str name = words->months[month - 1];
        struct str rest = text;

        /* A space and four digits behind it. */
        if (text.len != name.len + 5 || !str_starts(text, name))
            continue;
        rest = str_from(rest, name.len);
        return cut_char(&rest, ' ') && cut_digits(&rest, &year, &digits) &&
               digits == 4 && year > 0 &&
               checked_date(year, month, day, value) == DATE_OK;
    }
    return false;
}

enum date_form date_cell_read(struct str text,
                              const struct calendar_words *words,
                              enum date_order order, struct date *value,
                              unsigned *traits)
{
    struct date_numbers n;
    struct str rest;
    int time;

    *value = (struct date){0, 0, 0};
    *traits = 0;
    if (read_plain(text, &n))
        return read_three(&n, order, value, traits);
    if (read_plain_words(text, words, value))
        return DATE_OK;
    text = str_trim(text);
    cut_zone_of_day(&text);
    time = cut_time(&text);
    if (time > 0)
        *traits |= DATE_TRAIT_TIME;
    if (time < 0 && read_time(text) >= 0)
        return DATE_TIME;
    rest = text;
    cut_numbers(&rest, &n);
    if (n.count == 0 || rest.len > 0)
        return read_words(text, words, value);
    switch (n.count) {
    case 1: return read_one(&n, value);
    case 2: return read_two(&n);
    default: return read_three(&n, order, value, traits);
    }
}

/* T00:00:00Z, a space and 14:30: what may stand behind a day; its minutes, or
   0. */
static int cut_time_behind(struct str *text)
{
    struct str rest = *text;
    int time;

    if (!cut_char(&rest, 'T') && !cut_char(&rest, ' '))
        return 0;
    time = cut_clock(&rest);
    if (time < 0)
        return 0;
    *text = rest;
    return time;
}

/* The zone of 2027-03-31+01:00, which is no second date behind a dash. */
static void cut_zone_behind(struct str *text)
{
    struct str rest = *text;

    cut_zone(&rest);
    if (rest.len == 0 ||
        (!is_digit(rest.ptr[0]) && rest.ptr[0] != '-' && rest.ptr[0] != '/'))
        *text = rest;
}

/* 2027-04, 04/2027. */
static enum date_form scan_month(const struct date_numbers *n,
                                 struct date *value)
{
    const bool year_first =
        n->digits[0] == 4 && n->digits[1] == 2 && n->mark == '-';
    const int year = n->value[year_first ? 0 : 1];
    const int month = n->value[year_first ? 1 : 0];

    if ((!year_first && (n->digits[0] > 2 || n->digits[1] != 4)) ||
        year < COMPACT_MIN || year > COMPACT_MAX || month < 1 || month > 12)
        return DATE_NOT_A_DATE;
    *value = (struct date){.year = (int16_t)year, .month = (uint8_t)month};
    return DATE_OK;
}

/* What is less than three numbers, behind BEFORE and before REST: the middle of
   O6/10/2017 is no month. */
static enum date_form scan_fewer(const struct date_numbers *n, char before,
                                 struct str rest, struct date *value)
{
    if (is_ascii_letter(before) || is_digit(before) || before == '/' ||
        before == '-' || before == '.')
        return DATE_NOT_A_DATE;
    if (rest.len > 0 &&
        (is_ascii_letter(rest.ptr[0]) || is_digit(rest.ptr[0]) ||
         (rest.len > 1 && rest.ptr[0] != ' ' && is_digit(rest.ptr[1]))))
        return DATE_NOT_A_DATE;
    if (n->count == 2)
        return scan_month(n, value);
    return n->count == 1 && n->digits[0] == DIGITS_MAX &&
                   read_one(n, value) == DATE_OK
               ? DATE_OK
               : DATE_NOT_A_DATE;
}

enum date_form date_cell_scan(char before, struct str *text,
                              enum date_order order, struct date *value,
                              unsigned *traits)
{
    struct str rest = *text;
    struct date_numbers n;
    enum date_form form;

    *value = (struct date){0, 0, 0};
    cut_numbers(&rest, &n);
    if (n.count < NUMBERS_MAX) {
        form = scan_fewer(&n, before, rest, value);
        if (form == DATE_OK)
            *text = rest;
        return form;
    }
    if (rest.len > 0 && is_digit(rest.ptr[0]))
        return DATE_NOT_A_DATE;
    if (n.digits[0] == 4 && n.value[1] > 12) /* 2026/27/28 */
        return DATE_NOT_A_DATE;
    if (cut_time_behind(&rest) > 0)
        *traits |= DATE_TRAIT_TIME;
    if (n.digits[0] == 4)
        cut_zone_behind(&rest);
    if (rest.len > 0 && is_ascii_letter(rest.ptr[0]))
        return DATE_NOT_A_DATE;
    form = read_three(&n, order, value, traits);
    if (form != DATE_NOT_A_DATE)
        *text = rest;
    return form;
}
