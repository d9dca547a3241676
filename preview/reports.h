/*
 * reports.h - the reports of a preview: what each last came to, and what is to
 * be built next.
 *
 * Ownership: reports_close() frees all; files and findings are each report's.
 */
#ifndef PREVIEW_REPORTS_H
#define PREVIEW_REPORTS_H

#include "batch/job.h"
#include "preview/refresh.h"

#define TIME_SIZE 9 /* 14:02:31 and a NUL byte */

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
    enum report_state state;
    uint64_t errors, warnings, pages;
    uint64_t version;      /* of the last good files; 0: there are none */
    char good[TIME_SIZE];  /* when these were saved */
    char saved[TIME_SIZE]; /* when what was built last was */
    struct buf html, pdf;  /* the last good ones; empty when not kept */
    struct buf places;     /* of the elements of html, as JSON */
    struct buf findings;   /* of what was built last: a JSON array */
    bool due;              /* to be built at `when` */
    int64_t when;          /* milliseconds, of pool_clock() */
    uint64_t looked;       /* larger: looked at later; 0: never */
};

struct reports {
    struct shown_report *items; /* as the jobs */
    size_t count;
    uint64_t versions; /* given so far */
    uint64_t looks;
};

MUST_CHECK enum status reports_open(struct reports *r, const struct jobs *jobs);
void reports_close(struct reports *r);

/* N is to be built, SETTLE milliseconds from now. */
void reports_saved(struct reports *r, size_t n, int64_t settle);

/* Somebody looks at N; it is built again where its files are not kept. */
void reports_look(struct reports *r, size_t n);

/* Which is to be built now, what is looked at first; COUNT when none is.
 *WAIT is how long until one is, or -1. */
size_t reports_next(const struct reports *r, int64_t now, int64_t *wait);

/* What came of building N; RESULT is NULL when nothing did. True when its last
   good files are others than before. */
bool reports_take(struct reports *r, size_t n, const struct refreshed *result);

const char *report_state_name(enum report_state state);

#endif
