/*
 * table_parts.h - what the files that make a table share (table_in.c).
 */
#ifndef INPUT_TABLE_TABLE_PARTS_H
#define INPUT_TABLE_TABLE_PARTS_H

#include "input/table/table_cells.h"
#include "input/table/table_columns.h"
#include "input/table/table_in.h"

#define LOOK_AHEAD 20 /* records in which headings are looked for */
#define NAMING_MAX 4

struct table_reading {
    struct arena *arena;
    struct findings *findings;
    struct row_reader *reader;
    const struct table_options *options;
    const struct record *record; /* that is worked on */
    struct record *ahead;        /* read while headings were looked for */
    size_t nahead;
    size_t next_ahead;
    struct columns columns;
    struct cell_reader cell_reader;
    size_t naming[NAMING_MAX]; /* columns whose text says what a row is */
    size_t nnaming;
    struct cell_column *cell_columns; /* one for each column */
    struct cell *cells;
    struct spot *spots; /* NULL where record and field tell the place */
    uint32_t *records;
    uint8_t *roles;
    size_t nrows;
};

/* The next record into `record`, those read ahead first. */
bool table_next_record(struct table_reading *r);

/* table_headings.c: until `record` is that of the headings. */
MUST_CHECK enum status table_find_headings(struct table_reading *r);

/* table_rows.c: the records below the headings as rows of cells. */
MUST_CHECK enum status table_read_rows(struct table_reading *r);

/* table_keys.c: no key names two rows. */
MUST_CHECK enum status table_check_keys(const struct table *t,
                                        struct findings *findings);

#endif
