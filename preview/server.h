/*
 * server.h - the preview's pages and events, on a port of this machine.
 *
 * libmicrohttpd runs in the caller's loop, without threads: server_fd() is
 * readable when server_run() has something to do. Readers of events sleep
 * until there are some; all are woken before the end (libmicrohttpd 0.9.75
 * aborts otherwise).
 *
 * Ownership: server_close() ends it. Failure: a line to the observer.
 */
#ifndef PREVIEW_SERVER_H
#define PREVIEW_SERVER_H

#include "batch/observer.h"
#include "preview/asset.h"
#include "preview/reports.h"
#include "preview/request.h"
#include "preview/side.h"

#define STREAMS_MAX 32
#define CONNECTIONS_MAX 64

struct MHD_Connection;
struct MHD_Daemon;

struct stream {
    bool used;
    bool ending;   /* nothing follows what is in `out` */
    bool sleeping; /* its connection is suspended */
    size_t report; /* that it shows; SIZE_MAX: none any more */
    size_t next;   /* the number that it has after server_renumber() */
    size_t sent;   /* of `out` */
    struct buf out;
    struct reports *reports;
    struct MHD_Connection *connection;
};

struct server {
    struct MHD_Daemon *daemon;
    struct reports *reports;
    const struct side_facts *facts;
    unsigned port;
    char token[SECRET_TEXT];
    char nonce[SECRET_TEXT]; /* empty: used, or too old */
    int64_t nonce_until;
    int64_t last; /* when somebody was last here; pool_clock() */
    struct asset shell, style, script;
    struct stream streams[STREAMS_MAX];
};

MUST_CHECK enum status server_open(struct server *s, struct arena *arena,
                                   const struct observer *observer,
                                   struct reports *reports,
                                   const struct side_facts *facts,
                                   unsigned port);
void server_close(struct server *s);

int server_fd(const struct server *s);
/* Milliseconds until it must run again at the latest; -1: not by itself. */
int64_t server_wait(const struct server *s);
void server_run(struct server *s);
bool server_has_readers(const struct server *s);

/* There are NEWS of report N, as enum news has them: its state for all pages,
   its files for those that show it. */
void server_tell(struct server *s, size_t n, unsigned news);
/* Other reports are shown from now on, JOBS: which of them each page shows is
   found before the old ones go. */
void server_renumber(struct server *s, const struct jobs *jobs);
/* Then each page begins to listen anew. */
void server_tell_again(struct server *s);
/* The preview ends: what is open says so. */
void server_tell_end(struct server *s);
/* So that whoever has gone is noticed. */
void server_beat(struct server *s);

#endif
