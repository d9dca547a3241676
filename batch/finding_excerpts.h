/*
 * finding_excerpts.h - what stands at the place of each finding, as JSON for
 * who shows it in a page; never in a record that is written.
 *
 *   [{"before":"cost {{options[","mark":"2 dyas","after":"].cost}}"},
 *    {"row":2,"cells":[[1,"2 days"],[3,"54,975"],[4,"57,532"]],"column":4},
 *    null, ...]
 *
 * A line that was cut begins or ends with an ellipsis. What stands in a
 * workbook is known as far as it was read into a table.
 *
 * Failure: sticks in the buffer.
 */
#ifndef BATCH_FINDING_EXCERPTS_H
#define BATCH_FINDING_EXCERPTS_H

#include "core/base/buf.h"
#include "core/finding/finding.h"
#include "core/model/report.h"

/* In the order of FINDINGS, of which R has the data. */
void finding_excerpts_write(const struct findings *findings,
                            const struct report *r, struct buf *out);

#endif
