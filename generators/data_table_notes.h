/*
 * data_table_notes.h - which notes of the data a table has the marks of.
 *
 * For the files of data_table. Takes time linear in cells and marks.
 */
#ifndef GENERATORS_DATA_TABLE_NOTES_H
#define GENERATORS_DATA_TABLE_NOTES_H

#include "generators/data_table_parts.h"

/* Of each note of the table, whether a reader meets its mark, or it has none;
   in the tree's arena, NULL where that is full or there are no notes. */
const bool *data_table_notes_met(const struct data_table *m);

#endif
