/*
 * reports_record.h - what the record of a report says that was built, kept for
 * its page: findings, facts, pages. For preview/reports.c alone.
 *
 * Who made the record may mean harm: it is read, and written again.
 */
#ifndef PREVIEW_REPORTS_RECORD_H
#define PREVIEW_REPORTS_RECORD_H

#include "preview/shown_report.h"

/* GOOD: the record is that of a page that is shown. Of a fault what is known of
   the last good one stays. */
void reports_record_take(struct shown_report *s, struct str record, bool good);

#endif
