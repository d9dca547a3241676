/*
 * table_join.h - the tables of several files as one.
 *
 * Each was read by itself, with its own headings, units, totals and notes. The
 * rows stand file by file; a column that a file does not have is blank there.
 * The total of a file is that of its own rows (ROW_BLOCK_TOTAL). Every cell
 * keeps its place in its own file.
 *
 * Ownership: the arena; texts remain those of the tables given.
 * Failure: ST_DATA and findings where units, keys or rows do not go together.
 */
#ifndef INPUT_TABLE_TABLE_JOIN_H
#define INPUT_TABLE_TABLE_JOIN_H

#include "input/table/table_options.h"

/* SOURCE lists the files that TABLES, one at least, were read from. */
MUST_CHECK enum status
table_join(struct arena *arena, const struct source *source,
           const struct table *const *tables, size_t ntables,
           const struct table_options *options, struct findings *findings,
           const struct table **joined);

#endif
