/*
 * outputs.h - what a report has become: its record, and its files in place.
 */
#ifndef BATCH_OUTPUTS_H
#define BATCH_OUTPUTS_H

#include "batch/job.h"
#include "batch/outfile.h"
#include "batch/settings.h"
#include "core/base/digest.h"
#include "core/finding/finding.h"
#include "core/model/report.h"
#include "core/model/template.h"

#include <limits.h>
#include <stdbool.h>

#define MANIFEST_NAME                                                          \
    "manifest" /* .json: what a run says of all its reports                    \
                */

enum output_file { OUTPUT_PDF, OUTPUT_HTML, OUTPUT_RECORD, OUTPUT_FILES };

/* What the files of a report are called, without their folder. */
struct output_names {
    char text[OUTPUT_FILES][NAME_MAX + 1];
};

/* False when one would be longer than a name may be. */
MUST_CHECK bool output_names(const struct batch_settings *settings,
                             const struct job *job, struct output_names *names);

/* ".internal" or nothing: what marks the files of a copy. */
const char *output_mark(const struct batch_settings *settings);

/* A report at the end of its way; empty bytes: that format was not asked
   for. Pointers are the caller's. */
struct product {
    const struct report *report;
    const struct templates *templates;
    const struct template *template_used; /* NULL: not known */
    const struct findings *findings;
    struct str title; /* as it was printed */
    struct str html;
    struct str pdf;
    uint32_t pages;
    const uint8_t *made_from_sha256;
    struct str accessibility; /* as in a record */
    enum status status;
};

/* outfile_put() in the output folder, which no signal to stop cuts short. */
MUST_CHECK enum status outputs_replace(const struct batch_settings *settings,
                                       const struct outfile *files,
                                       size_t nfiles,
                                       struct outfile_error *error);

/*
 * Writes the record into RECORD (one line of JSON), and, for `build` and a
 * product without error, puts PDF, HTML and record in place, the record last.
 * What went wrong is said in MESSAGES; old files are then as they were.
 */
MUST_CHECK enum status outputs_write(const struct batch_settings *settings,
                                     const struct job *job,
                                     const struct product *product,
                                     struct buf *messages, struct buf *record);

#endif
