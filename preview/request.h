/*
 * request.h - whether a request may be answered, and what it asks for.
 *
 * A page of another site, another user's browser, a name that resolves to this
 * machine: each is refused before anything is looked at. No path comes from a
 * request: reports have numbers.
 */
#ifndef PREVIEW_REQUEST_H
#define PREVIEW_REQUEST_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define SECRET_BYTES 16
#define SECRET_TEXT (2 * SECRET_BYTES + 1)

enum route {
    ROUTE_NONE,
    ROUTE_SHELL,
    ROUTE_STYLE,
    ROUTE_SCRIPT,
    ROUTE_STREAM, /* the script that listens for all pages of a browser */
    ROUTE_EVENTS,
    ROUTE_PAGE,
    ROUTE_PDF,
    ROUTE_SIDE,  /* what stands beside the report */
    ROUTE_PLACE, /* where an element comes from: ?e= */
    ROUTE_FIND,  /* where a line or cell is shown: ?q= */
    ROUTE_NEXT,  /* the piece after that of an element: ?e= */
    ROUTE_BACK,  /* and the one before */
    ROUTE_OPEN,  /* the address that the browser is started with, once */
};

struct request_route {
    enum route route;
    size_t report; /* from ROUTE_PAGE to ROUTE_BACK */
};

/* SECRET_BYTES random bytes as hexadecimal text. False: there are none. */
bool secret_make(char out[SECRET_TEXT]);

/* TARGET as it came, with its query, which is passed over. */
struct request_route request_route(struct str target, const char *token,
                                   const char *nonce);

/* What a request says of where it comes from; NULL where it says nothing. */
struct request_origin {
    unsigned hosts; /* how many it names */
    const char *host;
    const char *origin;
    const char *fetch_site;
};

/* Whether it comes from the page itself, or for SHELL from the bar where an
   address is typed. */
bool request_is_ours(const struct request_origin *o, unsigned port, bool shell);

/* Whether the other end, a port of this machine, is another user's, or nobody
   knows whose; false where the kernel does not tell of any. */
bool request_is_foreign(unsigned peer_port, unsigned port, uid_t user);

#endif
