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
#include "input/table/heading_placeholders.h"
#include "input/table/table_heading.h"
#include "input/table/table_options.h"

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

/* The column that data calls NAME; or NULL. */
const struct kind_column *columns_named(const struct table_options *options,
                                        struct str name);

#endif
