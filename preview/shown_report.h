/*
 * shown_report.h - one report of a preview: what it last came to. For what
 * stands beside preview/reports.h, which owns it.
 */
#ifndef PREVIEW_SHOWN_REPORT_H
#define PREVIEW_SHOWN_REPORT_H

#include "batch/job.h"
#include "core/base/digest.h"
#include "core/model/audience.h"
#include "preview/page_block.h"
#include "preview/places.h"

#define TIME_SIZE 9 /* 14:02:31 and a NUL byte */
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
    struct buf beside;   /* folders of other reports that the last good page
                            was made from, too: paths, each with a NUL byte */
    struct buf findings; /* of what was built last: a JSON array */
    struct buf excerpts; /* what stands at the place of each, likewise */
    struct {             /* of the last good page */
        uint64_t words;
        uint64_t figures; /* that were checked; and those that differ */
        uint64_t differ;
        struct buf judge; /* what only a person can: a JSON array */
    } facts;
    char why[WHY_SIZE]; /* REPORT_NOT_BUILT: "time: 120 s"; or empty */
    bool due;           /* to be built at `when` */
    bool stale;         /* a view that nobody shows: not now */
    int64_t when;       /* milliseconds, of pool_clock() */
    uint64_t looked;    /* larger: looked at later; 0: never */
};

const char *report_state_name(enum report_state state);

#endif
