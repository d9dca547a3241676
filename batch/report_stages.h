/*
 * report_stages.h - the way of a report from its folder to files in memory, in
 * the order in which it goes. For batch/report_builder.c only.
 *
 * Each returns what was worst, which is also said among the findings of W.
 * After ST_DATA the next one may go on, so that one run shows all faults: see
 * report_stage_usable().
 */
#ifndef BATCH_REPORT_STAGES_H
#define BATCH_REPORT_STAGES_H

#include "batch/report_work.h"

/* Not after anything worse than faults in the data. */
bool report_stage_usable(enum status st);

/* Inputs, template and kinds. */
MUST_CHECK enum status report_stage_read(struct report_work *w);

/* House and fonts, opened before any report was read, as its template asks. */
MUST_CHECK enum status report_stage_house(struct report_work *w);

/* SHA-256 of all that the outputs are a function of, into w->made_from. */
void report_stage_hash(struct report_work *w);

/* Figures, tree, pages and bytes, up to the stage that is to be dumped: DUMP.
 */
MUST_CHECK enum status report_stages_make(struct report_work *w,
                                          struct buf *dump);

#endif
