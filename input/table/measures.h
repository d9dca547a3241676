/*
 * measures.h - what is seen of measures while rows are read: figures
 * whose unit their row says. The functions are table_measures.c's but where
 * another file is named.
 */
#ifndef INPUT_TABLE_MEASURES_H
#define INPUT_TABLE_MEASURES_H

#include "input/table/cell_faults.h"

struct cell;
struct heading;
struct table_reading;

struct measures {
    struct cell_count without_sign; /* they have that of their row */
    struct cell_count fractions;    /* of rows whose unit is said to be % */
    struct cell_count whole;        /* not read in the unit of their row, */
    struct str whole_unit;          /* which is this */
    uint8_t zeros_above; /* of a unit above all of them, which is not read */
    struct cell_count
        unlike; /* in thousands, and others of their row are not */
    struct cell_count unread;           /* which may be in it, or in that of */
    const struct heading *unread_below; /* this heading; NULL: above all */
};

/* measure_words.c: whether the cell of COLUMN in ROW is a measure that has a
   value. */
bool is_measure(const struct table_reading *r, size_t column,
                const struct cell *row);

/* measure_words.c: `12 thousand visits` is 12,000 where the other figures of
   its row are written out, else compared with nothing. */
void measure_words_settle(struct table_reading *r, struct cell *row);

/* The measures of ROW get one unit; measures_end() says what is doubtful. */
void measures_settle(struct table_reading *r, struct cell *row);
void measures_end(const struct table_reading *r);

/* table_units.c: tells of measures that a unit above them may be meant for. */
void units_say_measures(const struct table_reading *r);

#endif
