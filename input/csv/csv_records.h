/*
 * csv_records.h - the records of a CSV file, one after another (csv_in.c).
 *
 * libcsv knows neither lines nor records nor where a field stood. It is fed
 * one physical line at a time, which ends at most one record, and each field
 * it gives is found in the source again: so a field is a part of the source's
 * text, unless it had doubled quotation marks and had to be copied.
 *
 * Every record counts, blank ones too, as in a spreadsheet: record 14 is the
 * row that a person sees as 14.
 *
 * Ownership: the caller's struct; csv_records_close() frees what it holds.
 * Copied fields belong to the arena; the array of fields is valid until the
 * next call. Failure: as row_reader.h says.
 */
#ifndef INPUT_CSV_CSV_RECORDS_H
#define INPUT_CSV_CSV_RECORDS_H

#include "core/finding/finding.h"
#include "input/table/row_reader.h"

#include <csv.h>

#define RECORD_FIELDS_MAX 16384 /* columns of the widest spreadsheet */
#define RECORD_FIELD_MAX ((size_t)1024 * 1024) /* bytes */

/* What has not been read, and where the next bytes stand that say how it is
   parted: NULL where that is not known, or the end of it. */
struct csv_lines {
    struct str rest;
    const char *feed;
    const char *carriage;
    const char *quote;
};

struct csv_records {
    struct row_reader reader;
    struct arena *arena;
    const struct source *source;
    struct findings *findings;
    struct csv_parser parser;
    unsigned long failures; /* mem_failures() when it began */
    struct csv_lines lines;
    const char *field_at; /* where the field that is being read begins */
    uint32_t line;        /* physical, that was fed last */
    size_t capacity;      /* of the array of fields */
    size_t field_max;     /* bytes */
    bool ended;           /* libcsv has ended the record */
};

/* SOURCE's delimiter is known. Call csv_records_close() whatever comes back. */
MUST_CHECK enum status csv_records_open(struct csv_records *r,
                                        struct arena *arena,
                                        const struct source *source,
                                        struct findings *findings);

void csv_records_close(struct csv_records *r);

#endif
