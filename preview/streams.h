/*
 * streams.h - the pages that listen, and what they are told.
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

struct stream {
    bool used;
    bool ending;   /* nothing follows what is in `out` */
    bool sleeping; /* its connection is suspended */
    size_t report; /* that it shows; SIZE_MAX: none any more */
    size_t next;   /* the number that it has after streams_renumber() */
    size_t sent;   /* of `out` */
    struct buf out;
    struct reports *reports;
    struct MHD_Connection *connection;
};

struct streams {
    struct reports *reports;
    struct stream items[STREAMS_MAX];
};

/* A page begins to listen to report N, and is told all that there is. */
enum MHD_Result streams_open(struct streams *s,
                             struct MHD_Connection *connection, size_t n);

bool streams_are_read(const struct streams *s);

/* There are NEWS of report N, as enum news has them: its state for all pages,
   its files for those that show it. */
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
