/*
 * accepts.h - which coding of an answer a browser wants, as it says in its
 * Accept-Encoding (RFC 9110, 12.4.2, 12.5.3).
 *
 * Members of the list may stand in several headers. What is not written as
 * the RFC says is passed over; a weight that is not counts as 0, so that nobody
 * gets what he may not be able to read.
 */
#ifndef PREVIEW_ACCEPTS_H
#define PREVIEW_ACCEPTS_H

#include "core/base/str.h"

/* Weights in thousandths; not named: ACCEPTS_UNSAID. */
#define ACCEPTS_UNSAID (-1)

struct accepts {
    int gzip, identity, other; /* other: `*` */
};

void accepts_init(struct accepts *a);

/* One header's VALUE. */
void accepts_take(struct accepts *a, const char *value);

/* Whether gzip is taken, and as gladly as the plain bytes. */
bool accepts_gzip(const struct accepts *a);

#endif
