/*
 * server.h - the preview's pages and events, on a port of this machine.
 *
 * libmicrohttpd runs in the caller's loop, without threads: server_fd() is
 * readable when server_run() has something to do. Who listens to events is
 * told by `streams`.
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
#include "preview/streams.h"

struct MHD_Daemon;

struct server {
    struct MHD_Daemon *daemon;
    struct reports *reports;
    const struct side_facts *facts;
    unsigned port;
    char token[SECRET_TEXT];
    char nonce[SECRET_TEXT]; /* empty: used, or too old */
    int64_t nonce_until;
    int64_t last; /* when somebody was last here; pool_clock() */
    struct asset shell, style, script, stream;
    struct streams streams;
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

#endif
