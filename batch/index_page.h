/*
 * index_page.h - index.html and index.atom of an output folder: what stands
 * there, for its readers and for those who publish it again.
 *
 * The page is a report like any other, of the template `index`, built by a
 * confined process from a folder that is there as long as that takes
 * (index_report.h): what it says is its template's, and it is proven as all
 * reports are. Both files are functions of what stands, the template and its
 * house style, and are put in place together.
 */
#ifndef BATCH_INDEX_PAGE_H
#define BATCH_INDEX_PAGE_H

#include "batch/folder_state.h"

/* On a failure, of which the folder's observer hears, the old ones stay.
   STOP_FD is readable when the run is to stop, or -1. */
MUST_CHECK enum status index_page_put(const struct out_folder *folder,
                                      const struct folder_state *state,
                                      int stop_fd);

/* After a run that was to make none: a warning where one stands, which may now
   say less than there is. */
void index_page_look(const struct out_folder *folder);

#endif
