/*
 * reports.h - the reports of a preview: what each last came to, and what is to
 * be built next.
 *
 * A report that somebody looks at with another template, or as another copy, is
 * one more, behind those of the jobs: a view. It is built only while a page
 * shows it.
 *
 * Files of the eight reports that were looked at last are kept, and of those
 * that a page shows; others are made again when somebody looks.
 *
 * Ownership: reports_close() frees all; files and findings are each report's.
 */
#ifndef PREVIEW_REPORTS_H
#define PREVIEW_REPORTS_H

#include "preview/refresh.h"
#include "preview/shown_report.h"

#define VIEWS_MAX 64

struct reports {
    struct shown_report *items; /* as the jobs, then views */
    size_t njobs;
    size_t count;
    enum audience audience; /* of all but views */
    uint64_t versions;      /* given so far */
    uint64_t looks;
};

MUST_CHECK enum status reports_open(struct reports *r, const struct jobs *jobs,
                                    enum audience audience);
void reports_close(struct reports *r);

/* What BEFORE had of the folders of R's jobs is R's from now on, and built
   again; pages that are open know its versions. Nobody shows it: who did joins
   anew. */
void reports_go_on(struct reports *r, struct reports *before);

/* Whether a page shows the report of job N, or a view of it. */
bool reports_are_shown(const struct reports *r, size_t n);

/* N is to be built, SETTLE milliseconds from now. */
void reports_saved(struct reports *r, size_t n, int64_t settle);

/* All are, at once: none is ready before the one that somebody looks at. */
void reports_all_saved(struct reports *r, int64_t settle);

/* The number under which N, that of a job, is shown with the template INSTEAD,
   or its own where that is empty, as the copy for AUDIENCE. */
size_t reports_view(struct reports *r, size_t n, struct str instead,
                    enum audience audience);

/* Of which job N is a view: its number, or N itself. */
size_t reports_job(const struct reports *r, size_t n);

/* A page begins, or ends, to show N. */
void reports_join(struct reports *r, size_t n);
void reports_leave(struct reports *r, size_t n);

/* Where the elements of N's page come from. */
const struct page_places *reports_places(struct reports *r, size_t n);

/* On which page of N's PDF the line or row of PLACE is printed first; 0: that
   is not known. */
int64_t reports_page(struct reports *r, size_t n,
                     const struct page_place *place);

/* Somebody looks at N; it is built again where its files are not kept. */
void reports_look(struct reports *r, size_t n);

/* Which is to be built now, what is looked at first; COUNT when none is.
 *WAIT is how long until one is, or -1. */
size_t reports_next(const struct reports *r, int64_t now, int64_t *wait);

/* What a page is told that shows a report, one or more. */
enum news {
    NEWS_STATE = 1,
    NEWS_PAGE = 2, /* its last good page is another than before */
    NEWS_PDF = 4,  /* likewise */
    NEWS_MORE = 8, /* the page was shown before, but for the size of its PDF */
};

/* What is known of N's last PDF before it is built again: nothing where its
   page is not kept, which could not be shown again if the PDF failed. */
struct last_pdf reports_last_pdf(const struct reports *r, size_t n);

/* Keeps RESULT, what came of building N. What of it is new: enum news. */
unsigned reports_take(struct reports *r, size_t n,
                      const struct refreshed *result);

/* Nothing came of building N: WHY. Where its page was shown early, it is again
   the one that was good before. */
unsigned reports_lose(struct reports *r, size_t n, const char *why);

/* Its page alone, before the rest comes. */
unsigned reports_take_page(struct reports *r, size_t n,
                           const struct refreshed *result);

#endif
