/*
 * csv_in.h - a CSV file into a typed table of its kind.
 *
 * Through libcsv (strict, strict-fini), one physical line at a time, so that
 * every cell knows its record and field. Comma, semicolon or tab, whichever
 * separates the headings; CRLF, LF or CR; quoted newlines; blank rows and
 * trailing blank columns are passed over. Columns are matched by name through
 * the kind's aliases. In a place of the file `line` is the record, counted
 * from 1 with blank ones as a spreadsheet counts rows, `column` the field.
 *
 * A cell that must be filled may be blank in totals, sub-totals and the rows
 * that only name a group. Keys are unique among plain rows, or among those
 * of one group, whose name is carried down over blank cells.
 *
 * Ownership: the table belongs to the arena; its texts are parts of the
 * source's text or the arena's.
 * Failure: ST_DATA or ST_LIMIT with findings. *table is then NULL when a
 * required column is missing or the file could not be read to its end, and
 * otherwise a table in which bad cells are CELL_BAD and ragged rows are
 * missing, good enough to look for further faults.
 */
#ifndef INPUT_CSV_CSV_IN_H
#define INPUT_CSV_CSV_IN_H

#include "core/model/report.h"
#include "core/value/wording.h"

struct csv_options {
    const struct kind *kind;
    const struct wording *wording;
    const struct doc_series *list_series;    /* for lists in TYPE_PROSE cells */
    const struct doc_series *ordered_series; /* of 1. lists there; or NULL */
    uint32_t heading_line; /* record that holds the headings; 0: the first */
    struct place at; /* of the data element, for faults of the whole file */
};

#define CSV_CELLS_MAX ((size_t)20 * 1000 * 1000)

/* SOURCE's delimiter is set before anything is found in it. */
MUST_CHECK enum status csv_in(struct arena *arena, struct source *source,
                              const struct csv_options *options,
                              struct findings *findings,
                              const struct table **table);

#endif
