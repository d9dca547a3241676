/*
 * previous_path.h - where the path to the period before leads; for
 * report_previous.c.
 *
 * It may leave the report's own folder, so it must lead below a path of the
 * run, or to a folder beside the report's. Placeholders of months are those of
 * the day that the report, or its data, is of.
 */
#ifndef INPUT_REPORT_PREVIOUS_PATH_H
#define INPUT_REPORT_PREVIOUS_PATH_H

#include "input/report/report_parts.h"

/* Where a path to the period before leads. */
struct leads {
    const char *folder; /* of a report, or that a file lies in */
    const char *file;   /* NULL: it is a folder */
    const char *shown;  /* the folder, as the report names it */
    struct place at;
};

/* The finding that PATH, at AT, is as WHY says. */
void previous_refuse(const struct report_reading *r, struct place at,
                     struct str path, const char *why);

/* The day that D is of, or the report where D is NULL; 0: none is said. */
struct date previous_day(const struct report_reading *r, const struct data *d);

/* Where GIVEN leads, whose months are told by DAY; false: there is a finding at
   AT. */
bool previous_find(const struct report_reading *r, struct str given,
                   struct place at, struct date day, struct leads *to);

#endif
