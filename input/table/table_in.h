/*
 * table_in.h - the records of any form of data into a typed table of its kind.
 *
 * Columns are matched by name through the kind's aliases; trailing blank
 * columns are passed over. A cell that must be filled may be blank in totals,
 * sub-totals and the rows that only name a group. Keys are unique among plain
 * rows, or among those of one group, whose name is carried down over blank
 * cells.
 *
 * Ownership: the table belongs to the arena; its texts are parts of the
 * source's text or the arena's.
 * Failure: ST_DATA or ST_LIMIT with findings. *table is then NULL when a
 * required column is missing or the data could not be read to its end, and
 * otherwise a table in which bad cells are CELL_BAD and ragged rows are
 * missing, good enough to look for further faults.
 */
#ifndef INPUT_TABLE_TABLE_IN_H
#define INPUT_TABLE_TABLE_IN_H

#include "core/model/report.h"
#include "core/value/date_cell.h"
#include "core/value/report_period.h"
#include "core/value/unit.h"
#include "core/value/wording.h"
#include "input/table/row_reader.h"

/* <column id= from=>: which heading of the data a column is. */
struct column_map {
    const char *id;
    struct str from;
    struct place at;
    bool used;
};

struct table_options {
    const struct kind *kind;
    struct column_map *maps;
    size_t nmaps;
    const struct str *wanted; /* ids of columns, in their order; none: all
                                 that the kind has */
    size_t nwanted;
    bool wants_all; /* those that the kind does not name as well */
    struct place wanted_at;
    struct unit unit;            /* of money */
    struct report_period period; /* of the data; nothing: what stands above
                                    its headings says it */
    char delimiter;              /* of CSV; 0: whichever parts the headings */
    const struct wording *wording;
    const struct label_series *list_series; /* for lists in TYPE_PROSE cells */
    const struct label_series *ordered_series; /* of 1. lists there; or NULL */
    uint32_t heading_line; /* record that holds the headings; 0: the first */
    enum date_order dates; /* of numbers: 05/10/2012 */
    bool dates_given;      /* the author says so */
    bool rounds;           /* what spreadsheets make of a number is let go */
    struct place at; /* of the data element, for faults of the whole file */
};

/* READER has just been opened; the caller closes it. */
MUST_CHECK enum status table_in(struct arena *arena, struct row_reader *reader,
                                const struct table_options *options,
                                struct findings *findings,
                                const struct table **table);

#endif
