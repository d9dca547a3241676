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

#include "batch/job.h"
#include "core/base/digest.h"
#include "core/model/audience.h"
#include "preview/page_block.h"
#include "preview/places.h"
#include "preview/refresh.h"

#define TIME_SIZE 9 /* 14:02:31 and a NUL byte */
#define VIEWS_MAX 64
#define TEMPLATE_NAME_SIZE 128
#define WHY_SIZE 48

enum report_state {
    REPORT_WAITING, /* never built */
    REPORT_RIGHT,
    REPORT_WARNINGS,
    REPORT_FAULTS,
    REPORT_NOT_BUILT, /* it crashed, hung or took too much */
    REPORT_GONE,
};

struct shown_report {
    const struct job *job;
    char instead[TEMPLATE_NAME_SIZE]; /* the template that it is shown with;
                                         empty: the one that it names */
    char says[TEMPLATE_NAME_SIZE];    /* the one that it names */
    enum audience audience;
    size_t readers; /* pages that show it */
    enum report_state state;
    bool early; /* its page is shown, and the rest still made */
    struct {    /* the last good page, while one is shown early */
        struct buf html, places;
        uint64_t pages;
        char good[TIME_SIZE];
    } before;
    bool slow; /* it is being built, and takes its time */
    uint64_t errors, warnings, pages;
    uint64_t version;        /* of the last good page; 0: there is none */
    uint64_t pdf_version;    /* of the last good PDF, likewise */
    char good[TIME_SIZE];    /* when these were saved */
    char saved[TIME_SIZE];   /* when what was built last was */
    struct buf html, pdf;    /* the last good ones; empty when not kept */
    struct page_block block; /* of html, in which it differs from .. */
    uint64_t block_of;       /* .. this version */
    size_t pdf_bytes;        /* of the last good one, kept or not */
    uint8_t html_sha256[DIGEST_SIZE]; /* of those that are not kept */
    uint8_t pdf_sha256[DIGEST_SIZE];
    struct buf places;        /* of the elements of html, as JSON */
    struct page_places known; /* the same, once somebody has asked */
    uint64_t known_version;   /* of which `known` is */
    struct buf paper;         /* on which page of the PDF they are, likewise */
    struct page_places on_paper; /* the same, once somebody has asked */
    bool paper_known;
    struct buf findings; /* of what was built last: a JSON array */
    struct buf excerpts; /* what stands at the place of each, likewise */
    char why[WHY_SIZE];  /* REPORT_NOT_BUILT: "time: 120 s"; or empty */
    bool due;            /* to be built at `when` */
    bool stale;          /* a view that nobody shows: not now */
    int64_t when;        /* milliseconds, of pool_clock() */
    uint64_t looked;     /* larger: looked at later; 0: never */
};

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

/* N is to be built, SETTLE milliseconds from now. */
void reports_saved(struct reports *r, size_t n, int64_t settle);

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

/* What came of building N. What is new. */
unsigned reports_take(struct reports *r, size_t n,
                      const struct refreshed *result);

/* Nothing came of building N: WHY. Where its page was shown early, it is again
   the one that was good before. */
unsigned reports_lose(struct reports *r, size_t n, const char *why);

/* Its page alone, before the rest comes. */
unsigned reports_take_page(struct reports *r, size_t n,
                           const struct refreshed *result);

const char *report_state_name(enum report_state state);

#endif
