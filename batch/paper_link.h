/*
 * paper_link.h - from a report's web page to the same report on pages.
 *
 * Ownership: the arena's. Failure: sticks in it.
 */
#ifndef BATCH_PAPER_LINK_H
#define BATCH_PAPER_LINK_H

#include "batch/job.h"
#include "batch/settings.h"
#include "core/value/wording.h"
#include "output/html/html_paper.h"

/* The link to the file of EXTENSION, which has PAGES and BYTES, in the words of
   WORDING; empty where these have none. */
struct html_paper paper_link(struct arena *a, const struct wording *wording,
                             const struct batch_settings *s,
                             const struct job *job, const char *extension,
                             uint32_t pages, size_t bytes);

#endif
