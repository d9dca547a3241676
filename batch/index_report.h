/*
 * index_report.h - what stands in an output folder as the source of a report:
 * its template prints the index of the folder.
 *
 * It is data `reports` of the kind `index`, a row a report: name, report (its
 * title as a link), files (as links with their sizes), title, council, date,
 * lang, and whatever its header says beside these, by the fields' ids. Where
 * nothing stands there is no data.
 */
#ifndef BATCH_INDEX_REPORT_H
#define BATCH_INDEX_REPORT_H

#include "batch/index_list.h"
#include "core/value/wording.h"

#define INDEX_TEMPLATE "index" /* and what its outputs are called */

/* Whether COLUMN of the kind is made here, of what every report has; others
   are header fields. */
bool index_report_has(const char *column);

/* report.xml. WORDING says the sizes of files. Failure: sticks in OUT. */
void index_report_write(const struct index_list *list,
                        const struct wording *wording, struct buf *out);

#endif
