/*
 * outputs.h - what a report has become: its record, and its files in place.
 */
#ifndef CMD_OUTPUTS_H
#define CMD_OUTPUTS_H

#include "cmd/find_reports.h"
#include "cmd/options.h"
#include "core/digest.h"
#include "core/finding.h"
#include "input/format.h"
#include "input/report.h"

/* A report at the end of its way; empty bytes: that format was not asked
   for. Pointers are the caller's. */
struct product {
    const struct report *report;
    const struct format *format;
    const struct template *template_used; /* NULL: not known */
    const struct findings *findings;
    struct str title; /* as it was printed */
    struct str html;
    struct str pdf;
    uint32_t pages;
    const uint8_t *made_from_sha256;
    enum status status;
};

/*
 * Writes the record into RECORD (one line of JSON), and, for `build` and a
 * product without error, puts PDF, HTML and record in place, the record last.
 * What went wrong is said in MESSAGES; old files are then as they were.
 */
MUST_CHECK enum status put_outputs(const struct options *options,
                                   const struct job *job,
                                   const struct product *product,
                                   struct buf *messages, struct buf *record);

#endif
