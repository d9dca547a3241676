/*
 * date_cell.h - a date as spreadsheets and finance systems export it.
 *
 * Besides what date_read() takes: years first with any mark (2013/02/01,
 * 2013-2-1, 20130201), two digits for the year behind a month's name (1 Feb
 * 13), a time of day behind the date, the month first where it is said to be.
 */
#ifndef CORE_VALUE_DATE_CELL_H
#define CORE_VALUE_DATE_CELL_H

#include "core/value/date.h"

enum date_order {
    DATE_ORDER_DAY,   /* 05/10/2012 is 5 October */
    DATE_ORDER_MONTH, /* 10/05/2012 is 5 October */
};

/* What was taken for granted in a date that was read, or nearly. */
enum date_trait {
    DATE_TRAIT_EITHER = 1,   /* day and month could be exchanged: 02/01/2013 */
    DATE_TRAIT_PROVEN = 2,   /* numbers that prove their order: 25/02/2013 */
    DATE_TRAIT_TIME = 4,     /* a time of day but midnight is left out */
    DATE_TRAIT_FAR_YEAR = 8, /* 31/12/69, which is read as 2069 */
};

/* *TRAITS is a set of enum date_trait. *VALUE is set as date_read() does; on
   DATE_SERIAL it is the day that the number stands for. */
enum date_form date_cell_read(struct str text,
                              const struct calendar_words *words,
                              enum date_order order, struct date *value,
                              unsigned *traits);

/* TEXT up to 00:00 at its end, which every export of a day writes behind it:
   30 June 2027 00:00, 2027-06-30T00:00:00Z; else all of it. */
struct str date_cell_without_midnight(struct str text);

/*
 * Cuts a day in three numbers or eight figures, with a time of day or a zone
 * behind it, or a month in two numbers (day 0), off the head of running text:
 * 05/10/2012, 2027-03-31T00:00:00Z, 20270331, 2027-03. BEFORE stands before it,
 * a space where nothing does: behind a letter, a figure, / - or . less than
 * three numbers are part of something else. On DATE_NOT_A_DATE nothing is cut.
 * *TRAITS as above, added to what it is.
 */
enum date_form date_cell_scan(char before, struct str *text,
                              enum date_order order, struct date *value,
                              unsigned *traits);

#endif
