/*
 * record_in.h - a record as record_write() wrote it, with a member a line.
 *
 * It is no reader of JSON: what another program has written or changed is no
 * record of ours, and its report is built again.
 *
 * Ownership: texts point into the bytes given; the arrays belong to the arena.
 */
#ifndef BATCH_RECORD_IN_H
#define BATCH_RECORD_IN_H

#include "core/base/arena.h"
#include "core/base/buf.h"

#include <stdbool.h>

struct record_in_file {
    struct str name;   /* as JSON has it, escapes included */
    struct str sha256; /* in hexadecimal digits */
};

struct record_in_files {
    struct record_in_file *items;
    size_t count;
};

struct record_in {
    struct str version;
    struct str made_from; /* in hexadecimal digits, as all digests here */
    struct str template_sha256;
    struct record_in_files inputs;
    struct record_in_files outputs;
    bool warned; /* a finding is a warning */
};

/* ST_DATA when BYTES are no record of this format for a report that was
   written; ST_NOMEM or ST_LIMIT as the arena says. */
MUST_CHECK enum status record_in(struct arena *arena, struct str bytes,
                                 struct record_in *record);

/* The same JSON on one line, with its line end. */
void record_compact(struct str bytes, struct buf *out);

#endif
