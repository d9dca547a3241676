/*
 * table_columns.h - which column of its kind each heading of some data is
 * (table_in.c).
 *
 * A heading is a column's title, its id or one of its aliases, but for case,
 * spaces and punctuation; a title before an alias, and of several headings of
 * one column the one whose alias comes first. The unit in it (£000) is cut off
 * and kept. A financial year is a column that the kind repeats. What no column
 * is called is left out, unless the data element asks for it by name.
 *
 * Ownership: the arena. Failure: findings, and `complete` is false where a
 * required column is missing.
 */
#ifndef INPUT_TABLE_TABLE_COLUMNS_H
#define INPUT_TABLE_TABLE_COLUMNS_H

#include "core/model/report.h"
#include "input/table/heading_holes.h"
#include "input/table/table_in.h"

#define COLUMNS_MAX 1000 /* headings of one table */

struct heading {
    struct str text;  /* all of it; empty: a column without one */
    struct str lower; /* what a second row of headings adds; or empty */
    struct place at;
    /* What it was found to be. */
    const struct kind_column *column; /* NULL: none is called so */
    size_t rank;        /* of the name that was met: the least is preferred */
    struct str base;    /* without its unit */
    struct unit unit;   /* of money */
    int year;           /* of a repeated column */
    const char *map_id; /* an extra column that the data element maps */
    bool explained;     /* a finding names it already */
    enum hole_fit fit;  /* of the name that it has, or could have */
    struct report_period period; /* of a column that repeats over periods */
};

struct columns {
    struct column *list; /* those wanted, in their order */
    size_t count;
    struct heading *headings;
    size_t width;     /* of the headings, blank ones at the end not */
    bool *is_read;    /* width: whether it has a column */
    bool *is_filled;  /* width: whether anything stands below it */
    uint32_t *unread; /* fields that are not, and are not yet filled */
    size_t nunread;
    bool complete; /* no required column is missing */
};

/*
 * HEADINGS are COUNT; UNIT is that of money whose heading names none, PERIOD
 * what is known of that of the data. A count
 * of 0 columns, without a finding, when none of them is known: they are a
 * title, or another table's.
 */
MUST_CHECK enum status
columns_match(struct arena *arena, const struct table_options *options,
              struct heading *headings, size_t count, struct unit unit,
              struct report_period period, struct findings *findings,
              struct columns *columns);

/* How many of the texts are headings that OPTIONS know; *COMPLETE: whether all
   that the kind requires are among them. */
size_t columns_known(const struct table_options *options,
                     const struct str *texts, size_t count, bool *complete);

/* Once all rows are read: what was left out. */
void columns_left_out(struct arena *arena, const struct columns *columns,
                      const struct table_options *options,
                      struct findings *findings);

#endif
