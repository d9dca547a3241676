/*
 * table_columns.h - which column of its kind each heading of a file is
 * (table_in.c).
 *
 * A heading is a column's title, its id or one of its aliases, but for case,
 * spaces and punctuation; a title before an alias. A financial year is a
 * column that the kind repeats. What no column is called is an extra column,
 * where the kind takes any.
 *
 * Ownership: the arena. Failure: findings, and `complete` is false where a
 * required column is missing.
 */
#ifndef INPUT_TABLE_TABLE_COLUMNS_H
#define INPUT_TABLE_TABLE_COLUMNS_H

#include "core/model/report.h"
#include "input/table/row_reader.h"

#define COLUMNS_MAX 1000 /* headings of one file */

struct columns {
    const struct column *list; /* in the kind's order, extra ones last */
    size_t count;
    size_t width;      /* fields of the headings, blank ones at the end not */
    uint32_t *unnamed; /* fields with a blank heading before that */
    size_t nunnamed;
    bool complete; /* no required column is missing */
};

/* HEADINGS is the record that holds them. A count of 0, without a finding, when
   none of them is known: they are a title, or another table's. */
MUST_CHECK enum status columns_match(struct arena *arena,
                                     const struct record *headings,
                                     const struct kind *kind,
                                     struct findings *findings,
                                     struct columns *columns);

/* Whether R names every required column of KIND. */
bool columns_are_named(const struct record *r, const struct kind *kind);

#endif
