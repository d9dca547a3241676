/*
 * csv_in.h - a CSV file into a typed table of its kind.
 *
 * Through libcsv (strict, strict-fini), one physical line at a time, so that
 * every cell knows its record and field. Comma, semicolon or tab; CRLF, LF or
 * CR; quoted newlines; blank rows and trailing blank columns are passed over.
 * Columns are matched by name through the kind's aliases.
 */
#ifndef INPUT_CSV_IN_H
#define INPUT_CSV_IN_H

#include "core/wording.h"
#include "input/report.h"

struct csv_options {
    const struct kind *kind;
    const struct wording *wording;
    const struct doc_series *list_series; /* for lists in TYPE_PROSE cells */
    uint32_t heading_line; /* record that holds the headings; 0: the first */
    struct place at; /* of the data element, for faults of the whole file */
};

MUST_CHECK enum status csv_in(struct arena *arena, struct source *source,
                              const struct csv_options *options,
                              struct findings *findings,
                              const struct table **table);

#endif
