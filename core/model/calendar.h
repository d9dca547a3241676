/*
 * calendar.h - the days on which nobody works, and working days counted by
 * them.
 *
 * Which days these are is proclaimed, so they stand in files
 * (templates/calendars/) and are never computed; and a file says from when to
 * when it knows them. What lies outside cannot be counted, and nothing
 * guesses.
 *
 * Ownership: the arena of the run.
 */
#ifndef CORE_MODEL_CALENDAR_H
#define CORE_MODEL_CALENDAR_H

#include "core/base/attribute.h"
#include "core/finding/source.h"
#include "core/value/date.h"

#include <stddef.h>

/* clang-format off */
#define CALENDAR_ATTRIBUTES(A, E)                                              \
    A(E, VERSION, format, "format", "the version of the format", REQUIRED)     \
    A(E, TEXT, title, "title", "where it holds", REQUIRED)                     \
    A(E, REFERENCE, extends, "extends",                                        \
      "a calendar whose days are its own as well; one of its own name is the " \
      "next folder's", OPTIONAL, .of = "calendar")                             \
    A(E, DATE, from, "from", "the first day that it knows of: 2024-01-01",     \
      OPTIONAL, .unless = "extends")                                           \
    A(E, DATE, to, "to", "the last day that it knows of", OPTIONAL,            \
      .unless = "extends")                                                     \
    A(E, TEXT, source, "source", "who says so: a law, a list", OPTIONAL,       \
      .unless = "extends")

#define CALENDAR_HOLIDAY_ATTRIBUTES(A, E)                                      \
    A(E, DATE, date, "date", "the day: 2026-12-25", REQUIRED)                  \
    A(E, TEXT, name, "name", "what it is", REQUIRED)
/* clang-format on */

struct calendar {
    CALENDAR_ATTRIBUTES(ATTRIBUTE_MEMBER, calendar)
    const char *id;
    struct interval span;        /* that it knows of */
    const struct date *holidays; /* rising */
    size_t nholidays;
    struct place at;
};

/* Whether DAY is within what it knows of. */
bool calendar_knows(const struct calendar *c, struct date day);

/* Neither a Saturday, a Sunday nor one of its days. */
bool calendar_is_working(const struct calendar *c, struct date day);

/*
 * The Nth working day after DAY, or before it when N is negative; DAY itself,
 * or else the next working day, when N is 0. False when this or DAY lies
 * outside what the calendar knows of.
 */
bool calendar_working_days(const struct calendar *c, struct date day, int64_t n,
                           struct date *result);

/* How many working days lie between two days, both left out: clear days. False
   as above; 0 when TO is not after FROM. */
bool calendar_clear_days(const struct calendar *c, struct date from,
                         struct date to, int64_t *days);

#endif
