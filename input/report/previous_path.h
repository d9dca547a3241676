/*
 * previous_path.h - where the path to the period before leads; for
 * report_previous.c.
 *
 * It may leave the report's own folder, so it must lead below a path of the
 * run, or, where the report itself names it, to a folder beside the report's:
 * which these are is known before the report is opened. Placeholders of months
 * are those of the day that the report, or its data, is of.
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

/* Where GIVEN leads, which D names, or the report where D is NULL; months are
   told by the day that it is of. false: there is a finding at AT. */
bool previous_find(const struct report_reading *r, struct str given,
                   struct place at, const struct data *d, struct leads *to);

#endif
