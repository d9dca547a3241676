/*
 * record_in.h - a record as record_write() wrote it, read back.
 *
 * What another program has changed so that it is no record of a report that
 * was written, or what is larger than a record can be, is none: its report is
 * built again.
 *
 * Ownership: record_in_free() ends what record_in() and its like gave with
 * ST_OK; texts point into it.
 */
#ifndef BATCH_RECORD_IN_H
#define BATCH_RECORD_IN_H

#include "batch/record.h"
#include "core/base/buf.h"
#include "core/base/json_in.h"

#include <stdbool.h>

struct record_in_file {
    struct str name;
    struct str sha256; /* in hexadecimal digits, as all digests here; of a face
                          its crc32 */
};

struct record_in_files {
    struct record_in_file *items;
    size_t count;
};

struct record_in {
    json_t *tree;
    struct str version;
    struct str made_from;
    struct str template_sha256;
    struct record_in_files template_files; /* an older record has none */
    struct record_in_files fonts;          /* likewise */
    struct record_in_files inputs;
    struct record_in_files outputs;
    bool warned; /* a finding is a warning */
};

/* ST_DATA when TEXT is no record of this format for a report that was
   written; ST_NOMEM. */
MUST_CHECK enum status record_in(struct str text, struct record_in *record);

/* The same of the file PATH; ST_NOINPUT when it cannot be read. */
MUST_CHECK enum status record_in_file(const char *path,
                                      struct record_in *record);

/* The same of TREE, which stays the caller's as well. */
MUST_CHECK enum status record_in_tree(json_t *tree, struct record_in *record);

void record_in_free(struct record_in *record);

/* The same record on one line, with its line end. */
void record_in_put_line(const struct record_in *record, struct buf *out);

/* And as its file has it, a member a line. */
void record_in_put_file(const struct record_in *record, struct buf *out);

#endif
