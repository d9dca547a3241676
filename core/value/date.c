#include "core/value/date.h"

#include <stdio.h>

#define DAYS_TO_1970 719468 /* from 1 March of year 0 */
#define DAYS_PER_ERA 146097 /* 400 years */
#define FIRST_DAY (-719162) /* 1 January of year 1 */
#define LAST_DAY 2932896    /* 31 December 9999 */

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

uint8_t date_month_days(int year, int month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30,
                                   31, 31, 30, 31, 30, 31};

    if (month < 1 || month > 12)
        return 0;
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool date_valid(struct date d)
{
    return d.year >= 1 && d.year <= 9999 && d.day >= 1 &&
           d.day <= date_month_days(d.year, d.month);
}

const char *date_iso(struct date d, char text[DATE_ISO_SIZE])
{
    (void)snprintf(text, DATE_ISO_SIZE, "%04d-%02d-%02d", d.year, d.month,
                   d.day);
    return text;
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

/* Years are counted from 1 March, so that the leap day is their last. */
int32_t date_days(struct date d)
{
    const int32_t year = d.month <= 2 ? d.year - 1 : d.year;
    const int32_t month = d.month <= 2 ? d.month + 9 : d.month - 3;
    const int32_t era = year / 400;
    const int32_t in_era = year - era * 400;
    const int32_t in_year = (153 * month + 2) / 5 + d.day - 1;

    return era * DAYS_PER_ERA + in_era * 365 + in_era / 4 - in_era / 100 +
           in_year - DAYS_TO_1970;
}

struct date date_of_days(int32_t days)
{
    int32_t era;
    int32_t in_era;
    int32_t year;
    int32_t in_year;
    int32_t month; /* 0 is March */

    if (days < FIRST_DAY || days > LAST_DAY)
        return (struct date){0, 0, 0};
    era = (days + DAYS_TO_1970) / DAYS_PER_ERA;
    in_era = (days + DAYS_TO_1970) % DAYS_PER_ERA;
    year = (in_era - in_era / 1460 + in_era / 36524 -
            in_era / (DAYS_PER_ERA - 1)) /
           365;
    in_year = in_era - (365 * year + year / 4 - year / 100);
    month = (5 * in_year + 2) / 153;
    return (struct date){
        .year = (int16_t)(era * 400 + year + (month >= 10)),
        .month = (uint8_t)(month < 10 ? month + 3 : month - 9),
        .day = (uint8_t)(in_year - (153 * month + 2) / 5 + 1),
    };
}

int date_weekday(struct date d)
{
    /* 1 January 1970 was a Thursday. */
    const int32_t day = (date_days(d) + 3) % 7;

    return (int)(day < 0 ? day + 7 : day);
}
