/*
 * rules_report.h - what became of the rules that hold for a report: for who
 * asked `check`, and for records.
 *
 * It never says that a report does what the law asks: rules are a few
 * questions, and no court.
 */
#ifndef BATCH_RULES_REPORT_H
#define BATCH_RULES_REPORT_H

#include "core/base/buf.h"
#include "figures/rule_results.h"

/* Lines for a person; nothing when no rules are named. WHOLE: each rule that
   was asked, not only how many there are. */
void rules_report_text(const struct rule_results *r, bool whole,
                       struct buf *out);

/* One JSON object; nothing when no rules are named. */
void rules_report_json(const struct rule_results *r, struct buf *out);

#endif
