/*
 * table_options.h - what somebody says of data that becomes a table
 * (table_in.h).
 */
#ifndef INPUT_TABLE_TABLE_OPTIONS_H
#define INPUT_TABLE_TABLE_OPTIONS_H

#include "core/model/report.h"
#include "core/value/date_cell.h"
#include "core/value/report_period.h"
#include "core/value/unit.h"
#include "core/value/wording.h"

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
    bool wants_all;         /* those that the kind does not name as well */
    struct str wanted_text; /* as the attribute names them */
    struct place wanted_at;
    struct unit unit; /* of money */
    struct str title; /* what the author calls it; or empty */
    struct place title_at;
    struct report_period period;   /* of the data; nothing: what stands above
                                      its headings says it */
    const struct str *other_paths; /* in XML, of other data of the same file */
    size_t nother_paths;
    char delimiter; /* of CSV; 0: whichever parts the headings */
    const struct wording *wording;
    const struct wording *own_wording;      /* see cell_faults.h */
    const struct label_series *list_series; /* for lists in TYPE_PROSE cells */
    const struct label_series *ordered_series; /* of 1. lists there; or NULL */
    uint32_t heading_line; /* record that holds the headings; 0: the first */
    enum date_order dates; /* of numbers: 05/10/2012 */
    bool dates_given;      /* the author says so */
    bool rounds;           /* what spreadsheets make of a number is let go */
    bool one_of_several;   /* files of one table, of which some are of earlier
                              periods */
    struct place at; /* of the data element, for faults of the whole file */
};

#endif
