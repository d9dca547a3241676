/*
 * table_origins.h - which rows of a file each row of a table was made of, where
 * that may be several: a view that groups rows, or sums those beyond the first.
 *
 * Ownership: the arena of the table. Failure: there is none.
 */
#ifndef CORE_MODEL_TABLE_ORIGINS_H
#define CORE_MODEL_TABLE_ORIGINS_H

#include "core/model/report.h"

struct table_origins {
    const struct table *of;  /* whose rows stand in a file, each once */
    const uint32_t *columns; /* of each column, 1 + that of OF; 0: it is made of
                                whole rows */
    const uint32_t *starts;  /* nrows + 1: where those of each row begin in */
    const uint32_t *rows;    /* ... these rows of OF */
};

/* Whether ROW of T was made of several. */
bool table_row_is_made(const struct table *t, size_t row);

/* Cells, or lines, one below the other. */
struct place_range {
    struct place first;
    struct place last; /* the same where it is one */
};

/* What a cell was made of, a range after the other. */
struct cell_origins {
    const struct table_origins *origins;
    uint32_t column; /* as in struct table_origins */
    uint32_t next, end;
};
struct cell_origins cell_origins_of(const struct table *t, size_t row,
                                    size_t column);
bool cell_origins_next(struct cell_origins *c, struct place_range *range);

#endif
