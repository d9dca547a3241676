/*
 * csv_columns.h - which column of its kind each heading of a file is
 * (csv_in.c).
 *
 * A heading is a column's title, its id or one of its aliases, but for case,
 * spaces and punctuation; a title before an alias. A financial year is a
 * column that the kind repeats. What no column is called is an extra column,
 * where the kind takes any.
 *
 * Ownership: the arena. Failure: findings, and `complete` is false where a
 * required column is missing.
 */
#ifndef INPUT_CSV_CSV_COLUMNS_H
#define INPUT_CSV_CSV_COLUMNS_H

#include "core/model/report.h"
#include "input/csv/csv_cells.h"
#include "input/csv/csv_records.h"

#define COLUMNS_MAX 1000 /* headings of one file */

struct columns {
    const struct column *list; /* in the kind's order, extra ones last */
    size_t count;
    size_t width;      /* fields of the headings, blank ones at the end not */
    uint32_t *unnamed; /* fields with a blank heading before that */
    size_t nunnamed;
    bool complete; /* no required column is missing */
};

/* HEADINGS has just read them. A count of 0, without a finding, when none of
   them is known: they are a title, or another table's. */
MUST_CHECK enum status columns_match(struct arena *arena,
                                     const struct records *headings,
                                     const struct kind *kind,
                                     struct findings *findings,
                                     struct columns *columns);

/* Whether the record that R has just read names every required column of
   KIND. */
bool columns_are_named(const struct records *r, const struct kind *kind);

#endif
