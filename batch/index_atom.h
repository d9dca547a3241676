/*
 * index_atom.h - what stands in an output folder as an Atom feed (RFC 4287),
 * for those who publish it again.
 *
 * It has no clock: a report is as new as the day that it says. One that says
 * none cannot stand in a feed, and is left out. Names are UUIDs made of the
 * council's name and the report's (RFC 9562, version 8), so that they stay
 * wherever the folder is published; links lead to files beside the feed.
 */
#ifndef BATCH_INDEX_ATOM_H
#define BATCH_INDEX_ATOM_H

#include "batch/index_list.h"
#include "core/model/kind.h"

struct index_atom {
    struct str title; /* of the index page */
    struct str lang;
    struct str council;      /* whose index it is, or empty */
    const char *page;        /* the file of the index page */
    const char *feed;        /* and of the feed itself */
    const struct kind *kind; /* of the index's data, or NULL: what else it has a
                                column for of a report's header is the summary
                                of the report */
};

/* Returns how many reports are not in it. Failure: sticks in OUT. */
size_t index_atom_write(const struct index_atom *about,
                        const struct index_list *list, struct buf *out);

#endif
