/*
 * report_period.h - what a heading or a title says of its period: month 6,
 * Q2 2026/27, September 2026, to 30 September 2026, 2025/26.
 *
 * Financial years begin in April; month 6 is September, quarter 2 ends with it.
 * Which words mean month and quarter, the wording says.
 */
#ifndef CORE_VALUE_REPORT_PERIOD_H
#define CORE_VALUE_REPORT_PERIOD_H

#include "core/value/wording.h"

struct report_period {
    int16_t year;   /* the first of the financial year; 0: not said */
    uint8_t month;  /* of the financial year, the last of the period; 0: all of
                       the year */
    uint8_t months; /* 1, 3 for a quarter, 12 for a year; 0: nothing is said */
    bool calendar;  /* YEAR was one number: 2026 */
    bool named;     /* its month was written as a month or a day of it */
    uint8_t day;    /* the last of the period, where it was said; or 0 */
};

/* How one period stands to another. */
enum period_relation {
    PERIOD_SAME,
    PERIOD_BEFORE,
    PERIOD_AFTER,
    PERIOD_YEAR_BEFORE, /* the same of the year before */
    PERIOD_YEAR_AFTER,
    PERIOD_OTHER, /* it cannot be said */
};

/* Whether all of TEXT says a period. */
bool report_period_read(struct str text, const struct wording *wording,
                        struct report_period *period);

/* Whether TEXT says a month (September 2026, Sep-26, 2026-09) or a day of it,
   which is *DAY, or a quarter or a financial year, of whose last month *DAY is
   the first; *MONTHS says how many. Otherwise *DAY is no date. */
bool report_period_months(struct arena *a, struct str text,
                          const struct wording *wording, struct date *day,
                          uint8_t *months);

/* What is said of it anywhere in TEXT, of a range of months its end; false when
   nothing is. */
bool report_period_scan(struct str text, const struct wording *wording,
                        struct report_period *period);

/* What PART says beside PERIOD: a day says most, the first year is meant. */
void report_period_add(struct report_period *period, struct report_period part);

struct report_period report_period_of_date(struct date d);

/* The month, quarter (MONTHS 3) or year (12) in which D lies. */
struct report_period report_period_around(struct date d, uint8_t months);

/* Its last day; of one whose year is not said, no date. */
struct date report_period_end(struct report_period period);

/* `2026/27`, `Quarter 2 2026/27`, `September 2026`, `30 September 2026`. */
struct str report_period_text(struct arena *a, const struct wording *wording,
                              struct report_period period);

/* How PERIOD stands to BASE, by months and quarters. A period that does not say
   its year is the last of its name up to the end of BASE. */
enum period_relation report_period_relation(struct report_period period,
                                            struct report_period base);

/* By how many months PERIOD ends before BASE, or by how many quarters where one
   of the two is one; below nought: after it. False: it cannot be said. */
bool report_period_behind(struct report_period period,
                          struct report_period base, int *behind);

/* How the year that PERIOD says stands to that of BASE: one number is the first
   of the two. */
enum period_relation report_year_relation(struct report_period period,
                                          struct report_period base);

#endif
