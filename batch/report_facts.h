/*
 * report_facts.h - what a preview tells of a report beside its findings: its
 * words, and how many of its figures were held against those that give them.
 */
#ifndef BATCH_REPORT_FACTS_H
#define BATCH_REPORT_FACTS_H

#include "core/doc/doc.h"
#include "figures/figures.h"

/* {"words":1629,"figures":214,"differ":0}. Words are those of the report, but
   for its contents and the heads and feet of pages. DIFFER are figures that are
   not what others give, be it acknowledged. Failure: sticks in OUT. */
void report_facts_write(const struct doc *d, const struct figures *figures,
                        struct buf *out);

#endif
