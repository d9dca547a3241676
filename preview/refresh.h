/*
 * refresh.h - one report built by a process of its own, its files in memory.
 *
 * The process reads what authors wrote, so it is confined as in a batch, with
 * no terminal to read from or to write to. What it sends is bounded, and
 * nothing of it is believed: the page is shown in a frame that runs no script,
 * the record is read again before it is passed on. A process that crashes,
 * hangs or takes too much costs this refresh alone.
 *
 * Ownership: refresh_end() frees all. Failure: REFRESH_LOST.
 */
#ifndef PREVIEW_REFRESH_H
#define PREVIEW_REFRESH_H

#include "batch/confine.h"
#include "batch/job.h"
#include "batch/report_builder.h"

#include <sys/types.h>

struct refresh {
    pid_t pid;     /* 0: none is running */
    int fd;        /* readable when more has come */
    int64_t since; /* milliseconds, of pool_clock() */
    struct buf in;
    size_t page; /* bytes of the message of the page; 0: it has not come */
};

enum refresh_state {
    REFRESH_RUNNING,
    REFRESH_PAGE, /* the page alone is known; more comes */
    REFRESH_DONE,
    REFRESH_LOST, /* it ended before it had said all */
};

struct refreshed {
    enum status status;
    uint64_t errors, warnings, pages;
    struct str record; /* one line of JSON */
    struct str html;   /* empty: there is none */
    struct str pdf;
    struct str places; /* of the elements of html, as JSON */
};

/* How long the PDF was the last time; 0 bytes where nobody knows. */
struct last_pdf {
    uint64_t pages;
    size_t bytes;
};

/* What is to be built, and by what. */
struct refresh_task {
    struct batch_settings *settings; /* the builder's; taker is set in the
                                        process that builds */
    struct report_builder *builder;
    const struct confinement *confinement;
    const struct job *job;
    struct last_pdf last; /* where it is known the page comes first */
};

/* Begins TASK; ST_NOMEM when there can be no process. */
MUST_CHECK enum status refresh_begin(struct refresh *r,
                                     const struct refresh_task *task);

/* Takes what has come. *RESULT points into R until the next call for
   REFRESH_DONE and REFRESH_PAGE, which is never the last. */
enum refresh_state refresh_take(struct refresh *r, struct refreshed *result);

/* Ends the process, whatever it does. */
void refresh_end(struct refresh *r);

/* The same of one that is lost; why, in a few words for a person. */
void refresh_end_lost(struct refresh *r, char *why, size_t size);

#endif
