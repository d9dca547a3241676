/*
 * date.h - days of the Gregorian calendar and financial years.
 *
 * Month and weekday names come from the wording of the report's language;
 * nothing here knows a word.
 */
#ifndef CORE_VALUE_DATE_H
#define CORE_VALUE_DATE_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct date {
    int16_t year;  /* 1 to 9999; 0: no date */
    uint8_t month; /* 1 to 12 */
    uint8_t day;   /* 1 to 31 */
};

/* A span of days, both ends included; an end without a year is open. */
struct interval {
    struct date from;
    struct date to;
};

bool date_valid(struct date d);
#define DATE_ISO_SIZE 16
/* 2026-11-30 (ISO 8601), in TEXT, which is returned. */
const char *date_iso(struct date d, char text[DATE_ISO_SIZE]);

int date_compare(struct date a, struct date b);
uint8_t date_month_days(int year, int month); /* 0 when there is no such */

/* Of valid dates only. Days count from 1 January 1970; what lies outside the
   years 1 to 9999 is no date. */
int32_t date_days(struct date d);
struct date date_of_days(int32_t days);
int date_weekday(struct date d); /* 0 = Monday */

enum date_form {
    DATE_OK,
    DATE_NOT_A_DATE,
    DATE_NO_SUCH_DAY,   /* 31 June */
    DATE_MONTH_FIRST,   /* 02/25/2012: valid only as mm/dd */
    DATE_WRONG_WEEKDAY, /* Monday 5 October 2012, which was a Friday */
    DATE_NO_YEAR,
    /* Of cells alone (date_cell.h). */
    DATE_NO_DAY,    /* 2011-12 */
    DATE_DAY_FIRST, /* 25/02/2012 where the month should be first */
    DATE_SERIAL,    /* 41306: how spreadsheets count days */
    DATE_TIME,      /* 14:30: a time of day alone */
    DATE_REVERSED,  /* of periods: 6 October 2026 to 5 October 2025 */
};

struct calendar_words {
    struct str months[12];
    struct str months_short[12];
    struct str weekdays[7]; /* Monday first */
    struct str weekdays_short[7];
    struct str months_after[12]; /* as they follow a day: dhen Ghiblean */
    struct str ordinals[31];     /* what follows the figure of each day: read,
                                    and printed on request */
    const struct str *links;     /* between a day and its month: 5th of May */
    size_t nlinks;
    /* The names of another language that are read where these are none, or
       NULL: data of a Welsh report is often in English. */
    const struct calendar_words *also;
};

/*
 * Reads 05/10/2012 (day first), 2012-10-05, 5 Oct 2012, 05-Oct-12,
 * 05th October 2012, 6 th April, 2011, Friday 5 October 2012, March 23, 2018.
 * A year of two digits is one of 1970 to 2069. On DATE_WRONG_WEEKDAY, *value
 * is the date without its weekday; on all others but DATE_OK it is no date.
 */
enum date_form date_read(struct str text, const struct calendar_words *words,
                         struct date *value);

/*
 * Cuts a date, or part of one, off the head of running text: besides the
 * above, March 2018, Mar-18, 7 February, March, 2018 and 7. What is not given
 * is 0 in *parts. On DATE_NOT_A_DATE nothing is cut.
 */
enum date_form date_scan(struct str *text, const struct calendar_words *words,
                         struct date *parts);

/* Two words of running text between which no line should end, with the few
   marks that stand before and behind a date: (8, 8th or 12–14 and December;
   December and 2026). Longer words are none, whatever they begin with. */
bool date_day_joins(struct str word, struct str next,
                    const struct calendar_words *words);
bool date_year_joins(struct str word, struct str next,
                     const struct calendar_words *words);

/* 2012/13, 2012-13, 2012/2013, also with a dash for the hyphen: the first of
   the two years, or 0. A pair that is no pair of neighbours (2012/14) is 0 as
   well. */
int financial_year_read(struct str text);

/* The same of 26/27, 26-27 or 26–27, two digits twice, as no day is written.
 */
int financial_year_read_short(struct str text);

#endif
