/*
 * stored_number.h - the number that a workbook stores, as exact decimal text.
 *
 * A spreadsheet keeps binary fractions: 558.82 is stored as
 * 558.82000000000005. 15 significant digits give back whatever was typed, so
 * the stored text is rounded to them, half up, and never goes through a binary
 * number on the way.
 *
 * Failure: the form says what is wrong.
 */
#ifndef INPUT_OFFICE_STORED_NUMBER_H
#define INPUT_OFFICE_STORED_NUMBER_H

#include "core/base/str.h"
#include "core/value/date.h"

#include <stdbool.h>
#include <stdint.h>

#define STORED_DIGITS 15
#define STORED_TEXT_MAX                                                        \
    64 /* bytes of stored_number_text(), its NUL included                      \
        */

enum stored_form {
    STORED_OK,
    STORED_NO_NUMBER,
    STORED_TOO_LARGE, /* 19 digits before the point and more */
};

struct stored_number {
    bool negative;   /* never of nought */
    uint64_t digits; /* at most 15 of them, as a whole number */
    int exponent;    /* times ten to this */
    bool is_long;    /* a whole number of 16 digits or more: its end is lost */
};

enum stored_form stored_number_read(struct str text, struct stored_number *n);

/* N, with so many PLACES behind the point, half away from nought. */
void stored_number_round(struct stored_number *n, int places);

/* The day of N without its time: 31 March 23:59:59.997 is no first of April. */
void stored_number_cut(struct stored_number *n);

/* N / 10^DOWN in full: -1234.5. */
void stored_number_text(const struct stored_number *n, int down,
                        char out[STORED_TEXT_MAX]);

/* Near enough to choose a section of a format. */
double stored_number_about(const struct stored_number *n);

enum serial_form {
    SERIAL_OK,
    SERIAL_NO_DAY, /* below nought, 0, or 60: 29 February 1900 never was */
    SERIAL_EARLY,  /* below 61: programs disagree by a day */
    SERIAL_LATE,   /* beyond the year 9999 */
};

/* The day and the second of the day that N counts; FROM_1904 as the workbook
   says. *DAY has no year where N is a time alone (below 1). */
enum serial_form stored_number_day(const struct stored_number *n,
                                   bool from_1904, struct date *day,
                                   uint32_t *second);

#endif
