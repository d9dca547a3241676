/*
 * manifest.h - manifest.json: what a run says of all its reports.
 *
 * Reports stand in the order of their names; of two runs with equal inputs
 * only the members `ms` differ.
 */
#ifndef BATCH_MANIFEST_H
#define BATCH_MANIFEST_H

#include "batch/observer.h"
#include "batch/out_folder.h"
#include "batch/settings.h"
#include "core/base/buf.h"

#define MANIFEST_NAME "manifest" /* .json */

/* One report of the run. */
struct manifest_item {
    const char *name;
    enum status status;
    int64_t ms;        /* from order to result */
    struct str record; /* JSON on one line; empty: none */
};

/* Outputs whose report is not among those of this run. */
struct orphans {
    const char **names;
    size_t count;
};

/* Sorts ITEMS by name. */
void manifest_sort(struct manifest_item *items, size_t nitems);

/* Those in the output folder; ITEMS are sorted. ST_NOMEM, or ST_OK: a folder
   that cannot be read has none. */
MUST_CHECK enum status manifest_orphans(struct arena *arena,
                                        const struct batch_settings *settings,
                                        const struct manifest_item *items,
                                        size_t nitems, struct orphans *orphans);

/* Puts the file in place. On a failure the old one stays, and OBSERVER hears
   of it. */
MUST_CHECK enum status manifest_put(const struct batch_settings *settings,
                                    const struct observer *observer,
                                    const struct out_folder *folder,
                                    const struct manifest_item *items,
                                    size_t nitems,
                                    const struct orphans *orphans);

#endif
