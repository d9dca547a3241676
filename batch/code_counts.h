/*
 * code_counts.h - how often each finding was made, and in how many reports: the
 * sum of a run that says what to mend first.
 *
 * Errors and warnings are counted, as far as findings are kept
 * (core/finding/finding.h).
 */
#ifndef BATCH_CODE_COUNTS_H
#define BATCH_CODE_COUNTS_H

#include "core/base/buf.h"
#include "core/finding/finding.h"

struct code_count {
    enum finding_id id;
    uint64_t findings;
    size_t reports;
};

struct code_counts {
    struct code_count items[FINDING_MAX]; /* as enum finding_id */
};

/* Those of one report into OUT: a line a code, "CODE NUMBER". */
void code_counts_write(const struct findings *findings, struct buf *out);

/* What code_counts_write() wrote of one more report. Other lines are passed
   over: they come from a process that may lie. */
void code_counts_add(struct code_counts *counts, struct str text);

/* What there is into ORDER, errors first, then what is in the most reports,
   then by code. How many. */
size_t code_counts_order(const struct code_counts *counts,
                         struct code_count order[FINDING_MAX]);

#endif
