/*
 * when.h - what a timeline cell says about time.
 *
 * Timeline words keep their words: the text is printed as it stands. From
 * `Ongoing`, `By end July 2014`, `7 February to 23 March 2018`,
 * `April / May 2018`, `Commence in September 2014`, `May 2014 to August 2014.
 * Improvement process is to December 2014.` come the intervals that they
 * name, so that a bar can be drawn; where there is none, nothing is guessed.
 */
#ifndef CORE_WHEN_H
#define CORE_WHEN_H

#include "core/date.h"
#include "core/wording.h"

#define WHEN_MAX 2 /* intervals that one cell may name */

struct when {
    struct interval intervals[WHEN_MAX];
    uint8_t count;
    bool undated; /* words such as Ongoing or Quarterly alone */
};

/*
 * DATE_OK whatever the words are, as long as no date among them is wrong
 * (31 June, 02/25/2012, a wrong weekday): then that date's form.
 */
enum date_form when_read(struct str text, const struct wording *wording,
                         struct when *value);

#endif
