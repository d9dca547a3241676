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
 * Ownership: the caller's struct; records_close() frees what it holds. Copied
 * fields belong to the arena; the array of fields is valid until the next
 * call.
 * Failure: records_next() returns false; `status` says whether that was the
 * end (ST_OK), a finding (ST_DATA, ST_LIMIT) or want of memory.
 */
#ifndef INPUT_CSV_CSV_RECORDS_H
#define INPUT_CSV_CSV_RECORDS_H

#include "core/finding/finding.h"

#include <csv.h>

#define RECORD_FIELDS_MAX 16384 /* columns of the widest spreadsheet */
#define RECORD_FIELD_MAX ((size_t)1024 * 1024) /* bytes */

struct records {
    struct arena *arena;
    const struct source *source;
    struct findings *findings;
    struct csv_parser parser;
    unsigned long failures; /* mem_failures() when it began */
    struct str rest;        /* what has not been fed */
    const char *field_at;   /* where the field that is being read begins */
    uint32_t line;          /* physical, that was fed last */
    uint32_t number;        /* of the record that was read last */
    struct str *fields;     /* of it, trimmed */
    size_t nfields;
    size_t nfilled; /* without blank fields at its end */
    size_t capacity;
    bool ended; /* libcsv has ended the record */
    enum status status;
};

/* Comma, semicolon or tab: what separates the headings in record
   HEADING_LINE (0: the first that is not blank) of TEXT. */
char records_delimiter(struct str text, uint32_t heading_line);

/* SOURCE's delimiter is known. Call records_close() whatever comes back. */
MUST_CHECK enum status records_open(struct records *r, struct arena *arena,
                                    const struct source *source,
                                    struct findings *findings);

/* The next record that is not blank. */
bool records_next(struct records *r);

/* At most how many records and fields are left: exactly so many, but for
   blank ones, where the rest is well-formed. */
void records_left(const struct records *r, size_t *nrecords, size_t *nfields);

/* The place of FIELD (from 1) of the record that was read last. */
struct place records_place(const struct records *r, size_t field);

void records_close(struct records *r);

#endif
