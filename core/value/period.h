/*
 * period.h - what a timeline cell says about time.
 *
 * Timeline words keep their words: the text is printed as it stands, but for a
 * date and nothing else, which is printed as a date is. From
 * `By end July 2014`, `7 February to 23 March 2018`, `April / May 2018`,
 * `Commence in September 2014`, `May 2014 to August 2014. Improvement process
 * is to December 2014.` come the intervals that they name, so that a bar can
 * be drawn. Which words join, begin and end a time is the wording's to say.
 *
 * A quarter of a financial year (`Q3 2026/27`) has three months, and so has a
 * season (`Autumn 2027`, `Winter 2026/27`), which whoever draws it has to say.
 *
 * Where the words leave it open, nothing is guessed: no year, an unknown word
 * before a date (`Before May 2014`), `2014/15` beside words that are not known
 * (it is a financial year, which a school year is not), more than PERIODS_MAX
 * intervals. Nor is any part of a cell taken for the whole: where a date, a
 * month, a year or a quarter is left over (`31 March 2026 (revised 30 June
 * 2026)`, `2026 or 2027`) it names no interval.
 */
#ifndef CORE_VALUE_PERIOD_H
#define CORE_VALUE_PERIOD_H

#include "core/value/date_cell.h"
#include "core/value/wording.h"

#define PERIODS_MAX 4 /* intervals that one cell may name */

struct period {
    struct interval intervals[PERIODS_MAX];
    uint8_t count;
    bool seasons; /* an interval is that of a season */
    bool years;   /* or of a financial year */
    bool undated; /* no interval, but a word such as Ongoing or Quarterly */
};

/* The day on which P begins, or, where that is open, ends; and the other way
   round. P names an interval. */
struct date period_first_day(const struct period *p);
struct date period_last_day(const struct period *p);

/* Whether TEXT, of which P was read, is a day or a month and nothing else, in
   figures or with a month's name: 31/03/27, 15 Dec 2026, Mar-27. *MONTH: it is
   a month. Words beside it, a weekday and a time of day are more than a date.
 */
bool period_is_date(const struct period *p, struct str text,
                    const struct calendar_words *words, bool *month);

/*
 * DATE_OK whatever the words are, as long as no date among them is wrong
 * (31 June, 02/25/2012, a wrong weekday) and none ends before it begins: then
 * that date's form, or DATE_REVERSED, and *value is empty. Days that are joined
 * borrow month and year from what follows them. ORDER is that of days in
 * numbers; *TRAITS as date_cell_read() sets it, of all of them.
 */
enum date_form period_read(struct str text, const struct wording *wording,
                           enum date_order order, struct period *value,
                           unsigned *traits);

#endif
