/*
 * report_inputs.h - for the record of a report, each file that it was made
 * from: its own, those of its template, the faces of its house style.
 *
 * Ownership: `inputs` of REPORT_WORK is memory of its own, the others stand in
 * its arena.
 */
#ifndef BATCH_REPORT_INPUTS_H
#define BATCH_REPORT_INPUTS_H

#include "batch/report_work.h"

/* The sources that were read, all there were so far, and the files of its
   template. ST_NOMEM. */
MUST_CHECK enum status report_inputs_list(struct report_work *w);

/* The faces of its house style, once that is open. */
void report_inputs_list_fonts(struct report_work *w);

#endif
