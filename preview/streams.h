/*
 * streams.h - the browsers that listen, and what they are told. A browser has
 * one stream for all its pages (preview/page/stream.js), since it has six
 * connections for one server.
 *
 * Each sleeps until there is something to say; all are woken before the end
 * (libmicrohttpd 0.9.75 aborts otherwise).
 *
 * Ownership: a stream frees itself when its connection ends. Failure: who is
 * told more than can be kept for it is let go.
 */
#ifndef PREVIEW_STREAMS_H
#define PREVIEW_STREAMS_H

#include "preview/reports.h"

#include <microhttpd.h>

#define STREAMS_MAX 32
#define SHOWN_MAX 64 /* pages of a stream */

/* What a page shows. */
struct shown_page {
    size_t report; /* SIZE_MAX: none any more */
    size_t next;   /* the number that it has after streams_renumber() */
};

struct stream {
    bool used;
    bool ending;                        /* nothing follows what is in `out` */
    bool sleeping;                      /* its connection is suspended */
    struct shown_page pages[SHOWN_MAX]; /* in the order that they were named */
    size_t npages;
    size_t sent; /* of `out` */
    struct buf out;
    struct reports *reports;
    struct MHD_Connection *connection;
};

struct streams {
    struct reports *reports;
    struct stream items[STREAMS_MAX];
};

/* Pages that show the reports WANTED, COUNT of them, begin to listen, and are
   told all that there is. */
enum MHD_Result streams_open(struct streams *s,
                             struct MHD_Connection *connection,
                             const size_t *wanted, size_t count);

bool streams_are_read(const struct streams *s);

/* There are NEWS of report N, as enum news has them: its state for all, its
   files for those that show it. */
void streams_tell(struct streams *s, size_t n, unsigned news);
/* Other reports are shown from now on, JOBS: which of them each page shows is
   found before the old ones go. */
void streams_renumber(struct streams *s, const struct jobs *jobs);
/* Then each page begins to listen anew. */
void streams_tell_again(struct streams *s);
/* The preview ends: what is open says so. */
void streams_tell_end(struct streams *s);
/* So that whoever has gone is noticed. */
void streams_beat(struct streams *s);
/* Before the server ends: each is woken for the last time. */
void streams_end(struct streams *s);

#endif
