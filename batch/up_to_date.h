/*
 * up_to_date.h - whether a report has to be built at all: not when the record
 * of the last time says it was made from the same, and all files are still
 * those that it lists.
 */
#ifndef BATCH_UP_TO_DATE_H
#define BATCH_UP_TO_DATE_H

#include "batch/job.h"
#include "batch/record.h"
#include "batch/settings.h"

/*
 * RECORD holds what is known once the inputs are read. True when nothing has
 * to be built, and the record that stands is added to LINE; otherwise REASON
 * says in words why not.
 */
bool report_is_up_to_date(const struct batch_settings *settings,
                          const struct job *job, const struct record *record,
                          struct buf *line, struct buf *reason);

/* Whether the record that stands is one, and all files that it lists are as it
   says; it is added to LINE then. Otherwise REASON says in words why not. */
bool report_stands(const struct batch_settings *settings, const struct job *job,
                   struct buf *line, struct buf *reason);

#endif
