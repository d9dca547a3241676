/*
 * number_format.h - what a cell's number format makes of its value.
 *
 * The format decides whether 46295 is a number or a day, how exactly the day
 * is meant, whether it is shown in thousands, and whether it is shown at all:
 * `#,##0;"*";0` hides what is negative. Words, signs and currencies that it
 * puts beside a figure are part of what a person sees: `#,##0" km"`.
 *
 * Ownership: these words belong to the arena.
 *
 * Source: ECMA-376 Part 1, clauses 18.8.30 and 18.8.31; [MS-OI29500] 2.1.713.
 */
#ifndef INPUT_OFFICE_NUMBER_FORMAT_H
#define INPUT_OFFICE_NUMBER_FORMAT_H

#include "core/base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum shown_as {
    SHOWN_NUMBER,
    SHOWN_DATE, /* with or without a time of day */
    SHOWN_TIME,
    SHOWN_DURATION, /* [h]:mm: hours beyond 24 */
    SHOWN_WORDS,    /* none of the value: words, or nothing at all */
    SHOWN_DASH,     /* a dash alone */
};

/* One of up to four parts of a format, for the values that it is for. */
struct format_section {
    enum shown_as as;
    uint8_t zeros;    /* that are not shown: 3 for thousands */
    uint8_t decimals; /* that are */
    uint8_t digits;   /* of a number that is filled up with noughts; or 0 */
    bool names_unit;  /* it says in words what it leaves out: 14.2m */
    bool grouped;     /* 1,385,000 */
    bool white;       /* [White] */
    bool percent;
    bool rounds;   /* it says how many decimals are shown */
    bool has_year; /* of SHOWN_DATE */
    bool has_month;
    bool has_day;
    bool has_weekday; /* in words */
    bool has_hour;
    bool has_minute;
    bool has_second;
    bool blank_nil;    /* it shows nothing of a 0: #,### */
    char compared;     /* a condition: '<', '>', '=', 'l' for <=, 'g' for >=,
                          'n' for <>; 0: none */
    double bound;      /* of the condition */
    struct str before; /* words and signs beside the number or the day, spaces
                          included */
    struct str after;
    bool takes_text; /* @ or General stands in it */
    bool among;      /* some stand among its digits: 00-00 */
    bool truth;      /* TRUE for what is not 0, and FALSE (OpenDocument) */
};

#define FORMAT_WORDS_MAX 255 /* bytes on one side of a number */
#define FORMAT_SECTIONS 3    /* the fourth is of texts */

struct number_format {
    struct format_section sections[FORMAT_SECTIONS];
    size_t nsections;
    struct format_section text; /* of a cell that holds a text */
    bool has_text;
    bool hides_text; /* it shows nothing of one */
};

/* CODE as it stands in the file. Anything is taken: what is no format shows
   words. */
void number_format_read(struct arena *arena, struct str code,
                        struct number_format *format);

/* Built-in format ID; one that the program does not know is a number. */
void number_format_built_in(struct arena *arena, unsigned id,
                            struct number_format *format);

/* The part that shows VALUE. */
const struct format_section *number_format_for(const struct number_format *f,
                                               double value);

/* No part shows a digit of any value that it is for. */
bool number_format_shows_nothing(const struct number_format *f);

/* Whether C is the sign of a currency: in accounts one stands beside the dash
   of a nought. */
bool number_format_is_currency(uint32_t c);

#endif
